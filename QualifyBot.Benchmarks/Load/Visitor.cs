using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace QualifyBot.Benchmarks.Load;

/// <summary>Plays the script in one talk after another.</summary>
internal sealed class Visitor(LoadOptions options, ReplyListener listener, HttpClient http)
{
    private readonly ActivityWriter writer = new(options, listener.ServiceUrl);

    /// <summary>Plays one whole talk, or as far as it goes without an error.</summary>
    public async Task TalkAsync(string run, int number, Tally tally)
    {
        var talk = new Conversation(string.Create(CultureInfo.InvariantCulture, $"{run}-{number}"));
        listener.Add(talk);
        var unanswered = new List<Task>();
        var failure = await JoinAsync(talk, number);
        for (var turn = 0; failure is null && turn < options.Script.Turns.Count; turn++)
        {
            failure = await TurnAsync(talk, number, turn, tally, unanswered);
        }

        await Task.WhenAll(unanswered);
        listener.Remove(talk);
        tally.Finish(failure ?? (talk.Extra > 0 ? new("extra replies") : null));
    }

    private async Task<Failure?> JoinAsync(Conversation talk, int number) =>
        options.StartUpdate && await PostAsync(BotOf(number, 0), writer.Joined(talk, number), talk) is { } failure ? new(failure) : null;

    private async Task<Failure?> TurnAsync(Conversation talk, int number, int turn, Tally tally, List<Task> unanswered)
    {
        var spoken = options.Script.Turns[turn];
        var words = spoken.Text.Replace("{i}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var body = writer.Message(talk, number, string.Create(CultureInfo.InvariantCulture, $"{talk.Id}|{turn:D7}"), words);
        var end = talk.Begin(spoken);
        var began = Stopwatch.GetTimestamp();
        var post = PostTurnAsync(BotOf(number, turn), body, talk, tally, end);
        var failure = spoken.IsAnswered ? await EndAsync(end.Task, turn) : null;
        if (failure is null && options.AnswerAtOnce && spoken.IsAnswered)
        {
            unanswered.Add(WatchAsync(post, tally));
        }
        else
        {
            failure ??= await post;
        }

        if (failure is null && talk.Unexpected() is { } unexpected)
        {
            return new($"unexpected reply (turn {turn})", $"turn {turn}: {unexpected}");
        }

        if (failure is not null)
        {
            return new(failure);
        }

        tally.Turn((spoken.IsAnswered ? talk.RepliedAt : Stopwatch.GetTimestamp()) - began);
        await (options.Think > TimeSpan.Zero ? Task.Delay(options.Think) : Task.CompletedTask);
        return null;
    }

    private async Task<string?> EndAsync(Task<string?> end, int turn)
    {
        try
        {
            return await end.WaitAsync(options.Timeout);
        }
        catch (TimeoutException)
        {
            return $"no reply in time (turn {turn})";
        }
    }

    // A POST that fails ends the turn at once; one that fails after the reply is an error of its own.
    private async Task<string?> PostTurnAsync(Uri bot, byte[] body, Conversation talk, Tally tally, TaskCompletionSource<string?> end)
    {
        var began = Stopwatch.GetTimestamp();
        var failure = await PostAsync(bot, body, talk);
        tally.Post(Stopwatch.GetTimestamp() - began);
        if (failure is not null)
        {
            end.TrySetResult(failure);
        }

        return failure;
    }

    private static async Task WatchAsync(Task<string?> post, Tally tally)
    {
        if (await post is { } failure)
        {
            tally.Error(new(failure));
        }
    }

    private async Task<string?> PostAsync(Uri bot, byte[] body, Conversation talk)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(bot, content);
            if (options.ExpectReplies && response.IsSuccessStatusCode)
            {
                TakeReplies(await response.Content.ReadAsByteArrayAsync(), talk);
            }

            return response.IsSuccessStatusCode ? null : $"http {(int)response.StatusCode}";
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            return $"post: {exception.GetType().Name}";
        }
    }

    private static void TakeReplies(byte[] json, Conversation talk)
    {
        var now = Stopwatch.GetTimestamp();
        using var body = JsonDocument.Parse(json.Length > 0 ? json : "{}"u8.ToArray());
        if (body.RootElement.TryGetProperty("activities", out var activities))
        {
            foreach (var activity in activities.EnumerateArray())
            {
                talk.Take(ActivityGlance.Of(new ReadOnlySequence<byte>(JsonSerializer.SerializeToUtf8Bytes(activity))), now);
            }
        }
    }

    private Uri BotOf(int number, int turn) => options.Bots[(number + turn) % options.Bots.Count];
}
