namespace QualifyBot.Qualification.Playbooks;

/// <summary>How a playbook asks for what moves the visitor.</summary>
public enum QuestioningStyle
{
    /// <summary>One question, as it stands.</summary>
    Plain,

    /// <summary>Situation, problem, implication and need-payoff, one a message.</summary>
    Spin,
}

/// <summary>The questions of SPIN, in the order asked. The problem is the playbook's own question for the need; the others only deepen it.</summary>
public enum SpinStep
{
    /// <summary>How it is done today.</summary>
    Situation,

    /// <summary>What is hard about it.</summary>
    Problem,

    /// <summary>What that leads to.</summary>
    Implication,

    /// <summary>What a solution would be worth.</summary>
    NeedPayoff,
}
