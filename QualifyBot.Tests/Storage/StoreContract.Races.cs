using System.Globalization;
using System.Text;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Of_many_callers_who_claim_the_same_document_one_wins()
    {
        var won = await TogetherAsync(64, caller => CommitAsync(Put("slot", $"{caller}", 0), Append("log", $"{caller}"), new StoreChange.IndexAdd("i", $"{caller}", caller)));
        var winner = Array.IndexOf(won, true);
        Assert.Single(won, true);
        Assert.Equal($"{winner} v1", await TextAsync("slot"));
        Assert.Equal($"1:{winner}", await LogAsync("log"));
        Assert.Equal($"{winner}={winner}", await IndexAsync("i"));
    }

    [Fact]
    public async Task Many_writers_of_one_document_who_try_again_on_conflict_lose_no_change()
    {
        const int Writers = 16, Each = 20;
        await CommitAsync(Put("sum", "0", 0));
        await TogetherAsync(Writers, async writer =>
        {
            for (var i = 0; i < Each; i++)
            {
                while (!await AddOneAsync())
                {
                }
            }

            return true;
        });
        Assert.Equal($"{Writers * Each} v{(Writers * Each) + 1}", await TextAsync("sum"));
        var log = await Store.ReadAsync(new(P, "sums"), 0, 1000, default);
        Assert.Equal(Enumerable.Range(1, Writers * Each), log.Select(entry => int.Parse(entry.Data.Span, CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(position => (long)position), log.Select(entry => entry.Position));
    }

    [Fact]
    public async Task Commits_to_many_documents_at_once_all_succeed_while_others_read()
    {
        var done = await TogetherAsync(200, async caller =>
        {
            var name = $"d{caller}";
            var written = await CommitAsync(Put(name, "x", 0), Append("all", name), new StoreChange.IndexAdd("all", name, caller));
            return written && await GetAsync(name) is { Version: 1 } && (await IndexAsync("all", caller, caller)).Length > 0;
        });
        Assert.DoesNotContain(false, done);
        Assert.Equal(200, (await Store.ReadAsync(new(P, "all"), 0, 1000, default)).Count);
    }

    private static Task<bool[]> TogetherAsync(int callers, Func<int, Task<bool>> call) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => call(caller))));

    private async Task<bool> AddOneAsync()
    {
        var sum = (await GetAsync("sum"))!;
        var next = int.Parse(Encoding.UTF8.GetString(sum.Data.Span), CultureInfo.InvariantCulture) + 1;
        return await CommitAsync(Put("sum", $"{next}", sum.Version), Append("sums", $"{next}"));
    }
}
