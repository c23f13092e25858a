using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class FrameworkChoiceTests
{
    [Theory]
    [InlineData(29, 1, 1, "champ")]
    [InlineData(1, 1, 2, "champ")]
    [InlineData(29, 2, 1, "champ")]
    [InlineData(30, 1, 1, "champ")]
    [InlineData(30, 2, 1, "champ")]
    [InlineData(60, 3, 2, "champ")]
    [InlineData(89, 4, 2, "champ")]
    [InlineData(89, 5, 1, "meddic")]
    [InlineData(29, 5, 1, "meddic")]
    [InlineData(90, 1, 1, "meddic")]
    [InlineData(400, 2, 1, "meddic")]
    [InlineData(10, 1, 3, "meddic")]
    [InlineData(60, 3, 3, "meddic")]
    public void The_framework_follows_cycle_people_and_departments(int days, int people, int departments, string playbook)
    {
        Assert.Equal(playbook, Choose(days, people, departments).Playbook);
        Assert.Equal("faint", Choose(days, people, departments, budgeted: false).Playbook);
    }

    [Fact]
    public void A_short_sale_to_one_decider_is_bant_only_where_the_budget_comes_first()
    {
        Assert.Equal("bant", Choose(29, 1, 1, budgetFirst: true).Playbook);
        Assert.Equal("champ", Choose(30, 1, 1, budgetFirst: true).Playbook);
        Assert.Equal("champ", Choose(29, 2, 1, budgetFirst: true).Playbook);
    }

    [Fact]
    public void Every_way_of_selling_has_a_framework_that_is_there_and_a_reason()
    {
        int[] days = [int.MinValue, 0, 1, 29, 30, 89, 90, 91, 3650, int.MaxValue], people = [int.MinValue, 0, 1, 2, 4, 5, int.MaxValue], departments = [0, 1, 2, 3, int.MaxValue];
        var choices = (from day in days
                       from person in people
                       from department in departments
                       from budgeted in new[] { true, false }
                       from first in new[] { true, false }
                       select Choose(day, person, department, budgeted, first)).ToList();
        Assert.All(choices, choice => Assert.True(Shipped.Catalog.Playbooks.ContainsKey(choice.Playbook) && choice.Reason.Length > 0));
        Assert.Equal(["bant", "champ", "faint", "meddic"], choices.Select(choice => choice.Playbook).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static FrameworkChoice Choose(int days, int people, int departments, bool budgeted = true, bool budgetFirst = false) =>
        FrameworkChoice.For(new SalesMotion(days, people) { Departments = departments, Budgeted = budgeted, BudgetFirst = budgetFirst });
}
