using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Answers;

public sealed class AnswerValueTests
{
    [Theory]
    [InlineData(AuthorityClass.Joint, "the board", AuthorityClass.Joint, "the board", true)]
    [InlineData(AuthorityClass.Joint, "the board", AuthorityClass.Joint, "my boss", false)]
    [InlineData(AuthorityClass.Joint, "the board", AuthorityClass.Sole, "the board", false)]
    [InlineData(AuthorityClass.Joint, "the board", AuthorityClass.Sole, "my boss", false)]
    public void Who_decides_is_the_same_where_the_part_and_the_others_are(AuthorityClass one, string others, AuthorityClass two, string otherOthers, bool same)
    {
        AnswerValue first = new AnswerValue.Authority(one, [others]);
        AnswerValue second = new AnswerValue.Authority(two, [otherOthers]);
        Assert.Equal(same, first == second);
        Assert.Equal(same, first.GetHashCode() == second.GetHashCode() && first.Equals(second));
        Assert.False(first.Equals(null));
    }

    [Fact]
    public void A_lead_has_its_answers_in_the_order_of_their_slots_whatever_came_first()
    {
        var lead = Scoring.Leads.Of(("beta", new AnswerValue.Text("2")), ("gamma", new AnswerValue.Text("3")), ("alpha", new AnswerValue.Text("1")), ("beta", new AnswerValue.Text("4")));
        Assert.Equal(["alpha", "beta", "gamma"], lead.Answers.Select(static answer => answer.Slot));
        Assert.Equal(new AnswerValue.Text("4"), lead.Find("beta")!.Value);
    }
}
