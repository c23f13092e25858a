namespace QualifyBot.Qualification.Reading.Words;

/// <summary>What a word or phrase can mean; the word lists of each language assign tags, the shared grammar combines them.</summary>
internal enum Tag : byte
{
    // Numbers. Multiplier, ShortMultiplier and FractionPower hold a power of ten, Fraction a denominator (1: the number before it), Vulgar both parts.
    Number, Hundred, Multiplier, ShortMultiplier, Dozen, Couple, Few, Fraction, Ordinal, OrdinalSuffix, NumberAnd, AndHalf, Negative, Point, Article, Vulgar, FractionPower, Ratio, With, Equal, But, Round,

    // Bounds and ranges, for numbers, money and dates alike.
    About, From, To, Between, And, Or, AtLeast, AtMost, MoreThan, LessThan, OrMore, OrLess, Plus,

    // Calendar.
    Month, Weekday, Day, Now, Unit, Season, Holiday, PartOfDay, Clock, Meridiem, OClock, Zone, Quarter, HalfYear, Decade, YearWord, YearMark,

    // Relations of time.
    Next, Last, This, AfterNext, Same, In, Ago, FromNow, Within, Since, By, Before, After, Until, Of, At, On, The, Every, Per, For, Start, Middle, End, Early, Late, Rest, Past, ToHour, HalfTo, HourPlus, HourMinus, HourLess, Starting,
    Later, Earlier, Following, Ish, More, Whole, Nearest, DayBeside, Some, NotBefore, Earliest, Latest, Fiscal, AnyOf, Except, Unfit, PeriodEnd, PeriodStart,

    // Money.
    Currency, CodeWord, Scale, Cent, Period, Seat, Figures, Low, High, BudgetWord, Percent, IdWord, NotBudget, Tax, Reach, Follower, MoneyDeclined,

    // People and companies.
    NameIntro, WeakIntro, NameAfter, Honorific, GivenName, Legal, CompanyIntro, WeakCompanyIntro, Joiner, PeopleWord, PeopleIntro, TeamWord, Rank, RankTail, Field, Grade, NotName, Place, Myself, Particle, Surname, Receiving, CompanyAfter, CompanyWord, PeoplePart,

    // Contact.
    AtSign, DotSign, PhoneWord, MailWord, Extension,

    // What a company does, where it is, what it works with and thinks of. Priority: 0 = low to 3 = top.
    Industry, IndustryIntro, Geography, Nation, PlaceIntro, CompanyNoun, Tool, WordyTool, ToolIntro, ToolPlace, RivalIntro, NoName, Barrier, Priority, WeakPriority, OutOf, Tld,
    // Who decides: the speaker, others, and what they do.
    Self, Us, They, Nobody, Whoever, Jointly, OneOf, AndWith, Deciding, Choosing, MyCall, TheirCall, DecidedBy, Approving, AskFirst, Beyond, Advising, OnBehalf, NoSay, Determiner, Lead, Head,

    // Phrases with a meaning of their own.
    Act, WeakAct, MoneyNone, MoneyUndecided, MoneyUnlimited, MoneyVague, Asap, NoRush, OnEvent, TimeUnknown, StartWord,
    Sole, Joint, Approval, Influencer, NoPart, Unclear, Other, Decide,
    Problem, NoProblem, Goal, Correct, Instead, Not, Plain, Filler, TakeBack, Anew, SlotName, MeetingWord, Meant, Modal, Deadline, Over, SaidBefore, Deny,
}
