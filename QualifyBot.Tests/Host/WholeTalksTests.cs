using System.Text.Json;
using QualifyBot.Tests.Outcomes.Booking;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Host;

public sealed class WholeTalksTests
{
    [Theory]
    [MemberData(nameof(Talks.OnBothStores), MemberType = typeof(Talks))]
    public async Task A_whole_talk_through_the_messages_endpoint_ends_as_it_should(string talk, string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync([.. box.Settings, "--Talk:Playbook", Talks.PlaybookOf(talk)]);
        var visitor = new Visitor(channel, host.Http);
        (await visitor.JoinAsync()).Says("talk.open", Talks.FirstQuestionOf(talk));
        foreach (var step in Talks.Of(talk))
        {
            (await visitor.SayAsync(step.Says)).EndsWith(step.EndsWith);
        }

        var lead = await host.LeadAsync(visitor);
        Assert.Equal(Talks.StatusOf(talk), lead.GetProperty("status").GetString());
        Assert.Equal(talk.EndsWith("yes", StringComparison.Ordinal), lead.TryGetProperty("consent", out var consent) && consent.GetProperty("given").GetBoolean());
    }

    [Theory]
    [InlineData("bant booked", "sqlite")]
    [InlineData("champ booked", "redis")]
    [InlineData("bant nurture yes", "redis")]
    [InlineData("champ hand-off decided", "sqlite")]
    [InlineData("champ disqualified", "redis")]
    public async Task A_whole_talk_on_a_web_page_ends_as_it_should(string talk, string store)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync([.. box.Settings, "--Talk:Playbook", Talks.PlaybookOf(talk)]);
        await using var visitor = await DirectLineVisitor.StartAsync(host.Http);
        (await visitor.NextAsync()).Says("talk.open", Talks.FirstQuestionOf(talk));
        foreach (var step in Talks.Of(talk))
        {
            (await visitor.SayAsync(step.Says)).EndsWith(step.EndsWith);
        }

        Assert.Equal(Talks.StatusOf(talk), (await host.GetAsync("/api/leads/" + visitor.Key.LeadId)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("bant booked", "Your demo is booked")]
    [InlineData("champ booked", "Your demo is booked")]
    [InlineData("meddic booked", "Your demo is booked")]
    [InlineData("bant nurture no", "becomes more concrete")]
    public async Task A_whole_talk_in_the_terminal_ends_as_it_should(string talk, string end)
    {
        using var folder = new TempFolder();
        var input = string.Join('\n', Talks.Of(talk).Select(step => step.Says)) + "\n";
        var (code, output, errors) = await HostProcess.RunAsync(["chat", "--playbook", Talks.PlaybookOf(talk)], input, folder.Root);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(end, output, StringComparison.Ordinal);
        Assert.Equal(talk.EndsWith("booked", StringComparison.Ordinal) ? 1 : 0, Directory.GetFiles(folder.Root, "*.ics").Count(file => CalendarParser.Read(File.ReadAllText(file)).Count > 0));
        Assert.True(File.Exists(Path.Combine(folder.Root, "data", "qualifybot.db")));
    }

    [Fact]
    public async Task The_calendar_file_of_a_booked_demo_can_be_fetched_by_who_has_its_address_alone()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        var visitor = new Visitor(channel, host.Http);
        var booked = await visitor.SayAllAsync([.. Talks.Of("bant booked").Select(step => step.Says)]);
        var file = Assert.Single(booked.Files);
        Assert.Equal(("text/calendar", "demo.ics"), (file.ContentType, file.Name));
        Assert.EndsWith(file.ContentUrl!, booked.Text, StringComparison.Ordinal);
        var properties = CalendarParser.Read(await host.Http.GetStringAsync(file.ContentUrl));
        var start = properties.Single(property => property.Name == "DTSTART").Value;
        var demo = (await host.LeadAsync(visitor)).GetProperty("demo");
        Assert.Equal(demo.GetProperty("start").GetDateTimeOffset().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture), start);
        var guess = file.ContentUrl!.Replace(file.ContentUrl.Split('/')[^2], new string('0', 32), StringComparison.Ordinal);
        using var refused = await host.Http.GetAsync(guess);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Two_visitors_never_get_the_same_slot()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        var visitors = Enumerable.Range(0, 6).Select(_ => new Visitor(channel, host.Http)).ToArray();
        string[] untilTime = [.. Talks.Of("bant booked").SkipLast(1).Select(step => step.Says)];
        await Task.WhenAll(visitors.Select(visitor => visitor.SayAllAsync(untilTime)));
        await Task.WhenAll(visitors.Select(visitor => visitor.SayAsync("1")));
        var starts = (await host.LeadsAsync()).EnumerateArray().Where(lead => lead.TryGetProperty("demo", out _))
            .Select(lead => lead.GetProperty("demo").GetProperty("start").GetString()).ToArray();
        Assert.Single(starts);
        await Task.WhenAll(visitors.Select(visitor => visitor.SayAsync("tomorrow at 3pm")));
        starts = [.. (await host.LeadsAsync()).EnumerateArray().Where(lead => lead.TryGetProperty("demo", out _)).Select(lead => lead.GetProperty("demo").GetProperty("start").GetString())];
        Assert.Equal(starts.Length, starts.Distinct().Count());
    }
}
