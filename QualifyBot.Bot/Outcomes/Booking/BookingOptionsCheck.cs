using System.Globalization;
using Microsoft.Extensions.Options;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Says at start what is wrong with the section "Booking", and how to mend it.</summary>
public sealed class BookingOptionsCheck : IValidateOptions<BookingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, BookingOptions options)
    {
        var problems = Problems(options);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    internal static List<string> Problems(BookingOptions options)
    {
        var problems = new List<string>();
        CheckZone(options.TimeZone, problems);
        CheckReps(options.RepsOrDefault, problems);
        CheckSteps(options.SlotMinutes, nameof(options.SlotMinutes), Cell.Minutes, 480, problems);
        CheckSteps(options.BufferMinutes, nameof(options.BufferMinutes), 0, 240, problems);
        CheckRange(options.NoticeHours, nameof(options.NoticeHours), 0, 720, problems);
        CheckRange(options.HorizonDays, nameof(options.HorizonDays), 1, 365, problems);
        if (options.NoticeHours >= options.HorizonDays * 24L)
        {
            problems.Add("Booking:NoticeHours: reaches to the end of Booking:HorizonDays, so that nothing could be booked; make it smaller.");
        }

        CheckHours(options, problems);
        CheckHolidays(options.Holidays, problems);
        CheckWords(options, problems);
        return problems;
    }

    private static void CheckZone(string id, List<string> problems)
    {
        if (WallClock.Find(id) is null)
        {
            problems.Add($"Booking:TimeZone: '{id}' is no IANA time zone; write one such as Europe/Berlin or America/New_York.");
        }
    }

    private static void CheckReps(IReadOnlyList<RepOptions> reps, List<string> problems)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < reps.Count; index++)
        {
            var rep = reps[index];
            if (string.IsNullOrWhiteSpace(rep.Name) || rep.Name.Length > 100 || rep.Name.Any(char.IsControl))
            {
                problems.Add($"Booking:Reps:{index}:Name: must be one line of 1 to 100 characters; write the name that visitors should see.");
            }
            else if (!names.Add(rep.Name.Trim()))
            {
                problems.Add($"Booking:Reps:{index}:Name: '{rep.Name}' is there twice; tell the two apart.");
            }

            if (rep.Email is not null && !MailAddress.IsPlain(rep.Email))
            {
                problems.Add($"Booking:Reps:{index}:Email: '{rep.Email}' is no e-mail address; write one such as sales@example.com, or leave it out.");
            }
        }
    }

    private static void CheckSteps(int value, string name, int least, int most, List<string> problems)
    {
        if (value < least || value > most || value % Cell.Minutes != 0)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Booking:{name}: {value} is not a multiple of {Cell.Minutes} from {least} to {most}."));
        }
    }

    private static void CheckRange(int value, string name, int least, int most, List<string> problems)
    {
        if (value < least || value > most)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Booking:{name}: {value} is not from {least} to {most}."));
        }
    }

    private static void CheckHours(BookingOptions options, List<string> problems)
    {
        var hours = WeekHours.Read(options.WorkingHours, problems);
        var longest = Enum.GetValues<DayOfWeek>().SelectMany(day => hours[day]).Select(stretch => stretch.To - stretch.From).DefaultIfEmpty().Max();
        if (problems.Count == 0 && longest < options.SlotMinutes)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Booking:WorkingHours: a demo of {options.SlotMinutes} minutes fits into no day; write longer hours, or a smaller Booking:SlotMinutes."));
        }
    }

    private static void CheckHolidays(List<string> holidays, List<string> problems)
    {
        foreach (var holiday in holidays.Where(holiday => BookingPlan.ReadDate(holiday) is null))
        {
            problems.Add($"Booking:Holidays: '{holiday}' is no date; write it as 2026-12-24.");
        }
    }

    private static void CheckWords(BookingOptions options, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(options.Title))
        {
            problems.Add("Booking:Title: is empty; write what the calendar entry should be called.");
        }

        if (options.MeetingUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            problems.Add($"Booking:MeetingUrl: '{url}' is no web address; write one that starts with https://, or leave it out.");
        }
    }
}
