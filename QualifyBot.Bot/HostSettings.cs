using System.ComponentModel.DataAnnotations;
using QualifyBot.Bot.Desk;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Telemetry;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Bot;

/// <summary>The settings and files of the host, read and checked once at the start.</summary>
internal sealed class HostSettings
{
    private readonly List<string> problems = [];

    /// <summary>Reads them all.</summary>
    /// <exception cref="StartException">Something is wrong; the message tells every fault with its place and remedy.</exception>
    public HostSettings(IConfiguration configuration)
    {
        Talk = Read<TalkOptions>(configuration, TalkOptions.Section);
        Retention = Read<RetentionOptions>(configuration, RetentionOptions.Section);
        Storage = Read<StorageOptions>(configuration, StorageOptions.Section);
        Desk = Read<DeskOptions>(configuration, DeskOptions.Section);
        Booking = Read<BookingOptions>(configuration, BookingOptions.Section);
        problems.AddRange(new BookingOptionsCheck().Validate(null, Booking).Failures ?? []);
        Extraction = Read<ExtractionOptions>(configuration, ExtractionOptions.Section);
        Telemetry = Read<TelemetryOptions>(configuration, TelemetryOptions.Section);
        Identity = Read<IdentityOptions>(configuration, IdentityOptions.Section);
        (Catalog, Plan, Opening, Visits) = LoadDialogs(Talk);
        if (problems.Count > 0)
        {
            throw new StartException(string.Join(Environment.NewLine, problems));
        }
    }

    public TalkOptions Talk { get; }

    public RetentionOptions Retention { get; }

    public StorageOptions Storage { get; }

    public DeskOptions Desk { get; }

    public BookingOptions Booking { get; }

    public ExtractionOptions Extraction { get; }

    public TelemetryOptions Telemetry { get; }

    public IdentityOptions Identity { get; }

    public PlaybookCatalog? Catalog { get; }

    /// <summary>Which playbook new talks use.</summary>
    public SalesPlan? Plan { get; }

    /// <summary>When the chat opens by itself.</summary>
    public OpeningRules? Opening { get; }

    /// <summary>Which signals a visit to the site makes.</summary>
    public VisitRules? Visits { get; }

    /// <summary>Opens the store.</summary>
    /// <exception cref="StartException">It cannot be opened; the message says why.</exception>
    public IStore OpenStore(TimeProvider clock)
    {
        try
        {
            return StoreFactory.Open(Storage, clock);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or InvalidDataException)
        {
            throw new StartException(exception.Message, exception);
        }
    }

    private T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            var options = configuration.GetSection(section).Get<T>() ?? new T();
            var results = new List<ValidationResult>();
            Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
            problems.AddRange(results.Select(result => $"{section}:{string.Join(',', result.MemberNames)}: {result.ErrorMessage}"));
            return options;
        }
        catch (InvalidOperationException exception)
        {
            problems.Add($"{section}: {exception.Message}");
            return new T();
        }
    }

    private (PlaybookCatalog? Catalog, SalesPlan? Plan, OpeningRules? Opening, VisitRules? Visits) LoadDialogs(TalkOptions talk)
    {
        try
        {
            var folder = talk.Dialogs ?? Path.Combine(AppContext.BaseDirectory, "dialogs");
            var catalog = PlaybookCatalog.Load(folder);
            problems.AddRange(catalog.Texts.Values.OrderBy(static texts => texts.File, StringComparer.Ordinal).SelectMany(TalkTexts.Missing).Select(static fault => fault.ToString()));
            var plan = talk.Playbook.Length == 0 ? SalesPlan.Load(folder, catalog.Playbooks.Keys) : new SalesPlan(talk.Playbook, "Talk:Playbook says so");
            Choose(catalog.Playbooks.Keys, plan.Playbook, "Talk:Playbook");
            Choose(catalog.Texts.Keys, talk.Language, "Talk:Language");
            return (catalog, plan, OpeningRules.Load(folder), VisitRules.Load(folder, catalog.Playbooks.Values));
        }
        catch (PlaybookException exception)
        {
            problems.AddRange(exception.Faults.Select(fault => fault.ToString()));
            return (null, null, null, null);
        }
    }

    private void Choose(IEnumerable<string> there, string wanted, string setting)
    {
        if (!there.Contains(wanted, StringComparer.Ordinal))
        {
            problems.Add($"{setting}: there is no '{wanted}'; choose one of {string.Join(", ", there.Order(StringComparer.Ordinal))}.");
        }
    }
}
