using QualifyBot.Bot.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Playbooks;

/// <summary>What "check" and the start say of the texts of a language.</summary>
public sealed class LanguageFilesTests
{
    public static TheoryData<string> Languages => [.. Shipped.Catalog.Texts.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_text_in_as_many_wordings_as_english(string language)
    {
        var (english, texts) = (Shipped.Catalog.Texts["en"], Shipped.Catalog.Texts[language]);
        Assert.Equal(english.Ids.Order(StringComparer.Ordinal), texts.Ids.Where(id => !id.StartsWith("words.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(english.Ids, id => Assert.True(texts.Wordings(id).Length >= english.Wordings(id).Length, id));
    }

    [Fact]
    public void English_german_french_spanish_and_portuguese_are_shipped() =>
        Assert.Equal(["de", "en", "es", "fr", "pt"], Shipped.Catalog.Texts.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("talk.thanks", "error text: The text 'talk.thanks' is missing.")]
    [InlineData("book.offer", "error text: The text 'book.offer' is missing.")]
    [InlineData("bant.budget.why", "error text: The text 'bant.budget.why' is missing.")]
    [InlineData("meddic.pain.choice.growth", "error text: The text 'meddic.pain.choice.growth' is missing.")]
    [InlineData("gpct.disqualified.too_small", "error text: The text 'gpct.disqualified.too_small' is missing.")]
    public async Task A_text_that_a_language_lacks_fails_the_check_with_its_id_and_file(string id, string problem)
    {
        var (code, output) = await CheckAsync("fr", text => Without(text, id));
        Assert.Equal(1, code);
        var line = Assert.Single(output.Split('\n'), line => line.Contains($"'{id}'", StringComparison.Ordinal));
        Assert.Contains(problem, line, StringComparison.Ordinal);
        Assert.Contains("fr.yaml", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talk.noted: \"Danke, ich habe notiert: {facts}.\"", "talk.noted: Danke.", "The text 'talk.noted' lacks {facts}, which en.yaml has.")]
    [InlineData("erase.kept: Gut, nichts", "erase.kept: Gut, {name}, nichts", "The text 'erase.kept' has {name}, which en.yaml does not have.")]
    [InlineData("format.number: \"1.234,5\"", "format.number: \"12,5\"", "The text 'format.number' is no number written out.")]
    [InlineData("format.weekdays: [Montag, ", "format.weekdays: [", "The text 'format.weekdays' needs 7 entries.")]
    public async Task What_a_language_says_in_a_form_that_cannot_work_fails_the_check_at_its_line(string stands, string changed, string problem)
    {
        var (code, output) = await CheckAsync("de", text => Replace(text, stands, changed));
        Assert.Equal(1, code);
        Assert.Matches(@"de\.yaml:\d{2,}:1: error text: " + System.Text.RegularExpressions.Regex.Escape(problem), output);
    }

    [Theory]
    [InlineData("talk.move_on:", "talk.moveon: Weiter.\ntalk.move_on:", "warning text: The text 'talk.moveon' does not stand in en.yaml. Did you mean 'talk.move_on'?")]
    [InlineData("  - Danke, das hilft.\n", "", "warning text: The text 'talk.thanks' has fewer wordings than in en.yaml. Write 1 more.")]
    public async Task What_only_may_be_meant_is_a_warning(string stands, string changed, string warning)
    {
        var (code, output) = await CheckAsync("de", text => Replace(text, stands, changed));
        Assert.Equal(0, code);
        Assert.Contains(warning, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_a_text_does_not_start()
    {
        using var folder = new TempFolder();
        Copy(folder);
        var file = Path.Combine(folder.Root, "texts", "pt.yaml");
        File.WriteAllText(file, Without(File.ReadAllText(file), "bant.need.ask"));
        var fault = Assert.Single(Assert.Throws<PlaybookException>(() => PlaybookCatalog.Load(folder.Root)).Faults);
        Assert.Contains("'bant.need.ask'", fault.Problem, StringComparison.Ordinal);
        Assert.Contains("pt.yaml.", fault.Remedy, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> CheckAsync(string language, Func<string, string> change)
    {
        using var folder = new TempFolder();
        Copy(folder);
        var file = Path.Combine(folder.Root, "texts", language + ".yaml");
        File.WriteAllText(file, change(File.ReadAllText(file)));
        var ended = await HostProcess.RunAsync(["check", folder.Root]);
        Assert.Equal("", ended.Errors);
        return (ended.Code, ended.Output);
    }

    private static void Copy(TempFolder folder)
    {
        foreach (var part in (string[])["playbooks", "texts"])
        {
            Directory.CreateDirectory(Path.Combine(folder.Root, part));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.Folder, part)))
            {
                File.Copy(file, Path.Combine(folder.Root, part, Path.GetFileName(file)));
            }
        }
    }

    private static string Replace(string text, string stands, string changed)
    {
        Assert.Contains(stands, text, StringComparison.Ordinal);
        return text.Replace(stands, changed, StringComparison.Ordinal);
    }

    private static string Without(string text, string id)
    {
        var start = text.IndexOf($"\n{id}:", StringComparison.Ordinal) + 1;
        Assert.True(start > 0, id);
        var end = text.IndexOf('\n', start) + 1;
        while (text[end] == ' ')
        {
            end = text.IndexOf('\n', end) + 1;
        }

        return text.Remove(start, end - start);
    }
}
