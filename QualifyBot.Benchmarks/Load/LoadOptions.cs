namespace QualifyBot.Benchmarks.Load;

/// <summary>What to measure, and how; <see cref="Usage"/> tells the meaning of each.</summary>
internal sealed record LoadOptions
{
    public const string Usage = """
        load: plays the channel side of the Bot Framework protocol against any bot and times every turn.

          --bot URL[,URL]      the bot's messages endpoint (http://127.0.0.1:3978/api/messages); with several, the turns of a
                               talk go to them in rotation, as behind a load balancer
          --script FILE        the talk (Scripts/bant.json)
          --conversations N    talks a run (2000)              --concurrency N   talks at once (32)
          --warmup N           talks before the first run (300) --runs N         measured runs, of which the medians count (5)
          --rate N             begin N talks a second whatever the answers take, instead of --concurrency
          --next both|reply    say the next thing when reply and POST's answer are there, or as soon as the reply is (both)
          --think MS           wait before saying the next thing (0)
          --timeout S          longest wait for a reply (10)   --pause MS        rest before each run (500)
          --start-update       send a conversationUpdate first --expect-replies  take the replies from the POST's answer
          --channel ID         channel id (emulator)           --token T         bearer token of the POSTs
          --reply-delay MS     latency of the channel when it takes a reply (0)
          --listen PORT        port of the channel's own address (any free one)
          --pid PID            the bot's process, for its processor time and memory
          --also PID[,PID]     other processes of the test, such as redis-server
          --max-foreign PCT    repeat a run in which others took more of one core (15); needs --pid
          --quiet S            wait before each run up to S seconds for others to be quiet (0)
          --json FILE          add the figures as one JSON line    --label TEXT  name of the bot there    --verbose
        """;

    public required IReadOnlyList<Uri> Bots { get; init; }

    public required TalkScript Script { get; init; }

    public int Conversations { get; init; } = 2000;

    public int Concurrency { get; init; } = 32;

    public int Warmup { get; init; } = 300;

    public int Runs { get; init; } = 5;

    public double Rate { get; init; }

    public bool AnswerAtOnce { get; init; }

    public TimeSpan Think { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(0.5);

    public bool StartUpdate { get; init; }

    public bool ExpectReplies { get; init; }

    public string Channel { get; init; } = "emulator";

    public string? Token { get; init; }

    public TimeSpan ReplyDelay { get; init; }

    public int ListenPort { get; init; }

    public int BotProcess { get; init; }

    public IReadOnlyList<int> OtherProcesses { get; init; } = [];

    public double MaxForeign { get; init; } = 15;

    public TimeSpan Quiet { get; init; }

    public string? JsonFile { get; init; }

    public string Label { get; init; } = "";

    public bool Verbose { get; init; }

    /// <summary>Reads them from a command line.</summary>
    /// <exception cref="UsageException">One of them is not known or not valid.</exception>
    public static LoadOptions Parse(Arguments from)
    {
        var options = new LoadOptions
        {
            Bots = Addresses(from.Text("--bot") ?? "http://127.0.0.1:3978/api/messages"),
            Script = TalkScript.Load(from.Text("--script") ?? TalkScript.Shipped("bant")),
            Conversations = from.Count("--conversations", 2000),
            Concurrency = Math.Max(1, from.Count("--concurrency", 32)),
            Warmup = from.Count("--warmup", 300),
            Runs = from.Count("--runs", 5),
            Rate = from.Number("--rate", 0),
            AnswerAtOnce = from.Text("--next") switch { null or "both" => false, "reply" => true, _ => throw new UsageException("--next is both or reply.") },
            StartUpdate = from.Flag("--start-update"),
            ExpectReplies = from.Flag("--expect-replies"),
            Channel = from.Text("--channel") ?? "emulator",
            Token = from.Text("--token"),
            ListenPort = from.Count("--listen", 0),
            BotProcess = from.Count("--pid", 0),
            OtherProcesses = from.Counts("--also"),
            MaxForeign = from.Number("--max-foreign", 15),
            JsonFile = from.Text("--json"),
            Label = from.Text("--label") ?? "",
            Verbose = from.Flag("--verbose"),
        }.WithTimes(from);
        from.End();
        return options;
    }

    private LoadOptions WithTimes(Arguments from) => this with
    {
        Think = TimeSpan.FromMilliseconds(from.Count("--think", 0)),
        Timeout = TimeSpan.FromSeconds(from.Number("--timeout", 10)),
        Pause = TimeSpan.FromMilliseconds(from.Count("--pause", 500)),
        ReplyDelay = TimeSpan.FromMilliseconds(from.Count("--reply-delay", 0)),
        Quiet = TimeSpan.FromSeconds(from.Count("--quiet", 0)),
    };

    private static IReadOnlyList<Uri> Addresses(string text) =>
        [.. text.Split(',').Select(part => Uri.TryCreate(part, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new UsageException($"--bot is '{part}'; it must be an address such as http://127.0.0.1:3978/api/messages."))];
}
