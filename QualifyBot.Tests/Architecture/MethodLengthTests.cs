namespace QualifyBot.Tests.Architecture;

public sealed class MethodLengthTests
{
    private const string Code = """"
        namespace A;

        [Attribute("{")]
        public sealed record B(int X) : C(X)
        {
            private readonly int[] field = new[] { 1, 2 };
            private char brace = '{', quote = '\'', slash = '\\';

            public B(int x)
                : base(x)
            {
                // one {
                X = x;
            }

            public int P
            {
                get => 1;
                set
                {
                    P = value; /* } */
                }
            }

            public int Q { get; init; } = 5;

            public int Table(int x) => x switch
            {
                1 => 2,
                _ => 3,
            };

            [Theory(new[] { 1 })]
            public async Task<Dictionary<string, int>> M<T>(T t, string text = "}{")
                where T : new()
            {
                void Local()
                {
                    Call();
                }

                var said = $"a{{b}}{string.Join("}", "{")}{t}";
                var verbatim = @"a ""quoted"" {";
                var raw = """
                    {{{ not counted
                    not counted either
                    """;
                var braces = $$"""{"a": {{text}} }""";
            }

            private sealed class Inner
            {
                public static bool operator ==(Inner a, Inner b)
                {
                    return true;
                }

                public void Empty() { }
            }
        }
        """";

    [Fact]
    public void Members_with_a_block_are_measured_between_their_braces() => Assert.Equal(
        ["B:11:2", "set:20:1", "M:36:10", "==:54:1", "Empty:58:0"],
        MethodLength.Of(Code).Select(method => FormattableString.Invariant($"{method.Name}:{method.Line}:{method.Length}")));
}
