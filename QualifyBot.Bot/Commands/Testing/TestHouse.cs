using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>What all talks share: the settings, and the playbooks and texts, which are read once.</summary>
internal sealed class TestHouse
{
    /// <summary>Reads them.</summary>
    /// <exception cref="StartException">Something is wrong; the message tells every fault with its place and remedy.</exception>
    public TestHouse(IEnumerable<string> settings)
    {
        Configuration = new ConfigurationBuilder().AddCommandLine([.. settings]).Build();
        Settings = new HostSettings(Configuration);
        Catalog = Settings.Catalog!;
    }

    /// <summary>The settings as they were given.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The settings.</summary>
    public HostSettings Settings { get; }

    /// <summary>The playbooks and texts; one of the command line is among them.</summary>
    public PlaybookCatalog Catalog { get; set; }
}
