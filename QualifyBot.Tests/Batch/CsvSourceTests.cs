using System.Text;
using QualifyBot.Bot.Batch;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Batch;

public sealed class CsvSourceTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a;b;c,d\r\n1;2;3\r\n", "1|2|3")]
    [InlineData("a\tb\n1,5\t2", "1,5|2")]
    [InlineData("a,b\n\"x, y\",\"he said \"\"hi\"\"\"\n", "x, y|he said \"hi\"")]
    [InlineData("a,b\n\"two\r\nlines\",2\n", "two\r\nlines|2")]
    [InlineData("a,b\n5\" pipe,2\n", "5\" pipe|2")]
    [InlineData("a,b\n,\n", "|")]
    public void Cells_are_read_as_they_are_meant(string text, string cells)
    {
        var source = CsvSource.Open(new StringReader(text));
        source.Read();
        Assert.Equal(cells, string.Join('|', source.Read()!.Cells));
        Assert.Null(source.Read());
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name()
    {
        using var reader = new StreamReader(new MemoryStream([.. Encoding.UTF8.Preamble, .. "a,b\n"u8]), Encoding.UTF8);
        Assert.Equal(["a", "b"], CsvSource.Open(reader).Read()!.Cells);
    }

    [Theory]
    [InlineData("\"open,2\n3,4\n", "not closed")]
    [InlineData("\"shut\"x,2\n3,4\n", "behind a closing quote")]
    [InlineData("a\0b,2\n3,4\n", "no text")]
    [InlineData("\"open\nstill,\"x\n3,4\n", "behind a closing quote")]
    public void A_damaged_record_costs_its_own_line_only(string rows, string problem)
    {
        var source = CsvSource.Open(new StringReader($"a,b\n{rows}"));
        source.Read();
        var damaged = source.Read()!;
        Assert.Equal(2, damaged.Line);
        Assert.Contains(problem, damaged.Problem, StringComparison.Ordinal);
        var rest = new List<CsvRecord>();
        while (source.Read() is { } record)
        {
            rest.Add(record);
        }

        Assert.Equal(["3", "4"], rest[^1].Cells);
    }

    [Fact]
    public void A_line_without_end_is_not_kept_in_memory()
    {
        var source = CsvSource.Open(new StringReader("a,b\n" + new string('x', 5_000_000) + "\n3,4\n"));
        source.Read();
        Assert.Contains("longer than", source.Read()!.Problem, StringComparison.Ordinal);
        var next = source.Read()!;
        Assert.Equal((3L, "3"), (next.Line, next.Cells[0]));
    }

    [Fact]
    public void What_is_written_by_the_rules_comes_back_and_any_text_is_read_to_its_end() => Any.Check(500, any =>
    {
        string[] parts = ["a", "\"", ",", "\n", "\r\n", "x y", ";", "é", "\"\""];
        var cells = Enumerable.Range(0, 3).Select(_ => string.Concat(Enumerable.Range(0, 5).Select(_ => any.One<string>(parts)))).ToArray();
        var source = CsvSource.Open(new StringReader("a,b,c\n" + string.Join(',', cells.Select(static cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
        source.Read();
        Assert.Equal(cells, source.Read()!.Cells);
        var wild = CsvSource.Open(new StringReader(string.Concat(Enumerable.Range(0, 60).Select(_ => any.One<string>(parts)))));
        while (wild.Read() is { } record)
        {
            Assert.True(record.Problem is not null || record.Cells.Length > 0);
        }
    });
}
