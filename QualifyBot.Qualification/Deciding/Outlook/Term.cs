using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>A condition of the playbook, prepared for looking at many leads: a closed union.</summary>
internal abstract record Term
{
    private Term()
    {
    }

    /// <summary>What the condition may be in a picture.</summary>
    public abstract Chance In(Picture picture);

    /// <summary>A condition on one slot alone.</summary>
    public sealed record Atom(int Slot, int Index) : Term
    {
        public override Chance In(Picture picture) => picture.Rows[Slot].Atoms[Index];
    }

    /// <summary>A condition on signals: what is known of them does not change in the talk.</summary>
    public sealed record Signals(int Index) : Term
    {
        public override Chance In(Picture picture) => picture.Signals[Index];
    }

    /// <summary>All hold.</summary>
    public sealed record All(ImmutableArray<Term> Parts) : Term
    {
        public override Chance In(Picture picture)
        {
            var all = Chance.True;
            foreach (var part in Parts)
            {
                all = Chances.And(all, part.In(picture));
                if (all == Chance.False)
                {
                    // No other part makes it anything else.
                    break;
                }
            }

            return all;
        }
    }

    /// <summary>At least one holds.</summary>
    public sealed record Any(ImmutableArray<Term> Parts) : Term
    {
        public override Chance In(Picture picture)
        {
            var any = Chance.False;
            foreach (var part in Parts)
            {
                any = Chances.Or(any, part.In(picture));
                if (any == Chance.True)
                {
                    break;
                }
            }

            return any;
        }
    }

    /// <summary>It is surely false.</summary>
    public sealed record Not(Term Part) : Term
    {
        public override Chance In(Picture picture) => Chances.Not(Part.In(picture));
    }

    /// <summary>The points reach this.</summary>
    public sealed record PointsAtLeast(Axis? Axis, int Points) : Term
    {
        public override Chance In(Picture picture)
        {
            var (low, high) = picture.Points.On(Axis);
            return Chances.Of(high >= Points, low < Points);
        }
    }

    /// <summary>The stage is one of these.</summary>
    public sealed record StageIs(ImmutableArray<Stage> Stages) : Term
    {
        public override Chance In(Picture picture)
        {
            var playbook = picture.Plan.Playbook;
            var (low, high) = picture.Points.On(null);
            var product = picture.Plan.ProductQualified?.In(picture) ?? Chance.False;
            var (mayHold, mayFail) = (false, false);
            for (var stage = playbook.Stages.Of(low); stage <= playbook.Stages.Of(high); stage = stage == Stage.Mql ? Stage.Sql : stage + 1)
            {
                var (asItIs, asProduct) = (stage > Stage.Pql || product != Chance.True, stage < Stage.Pql && product.HasFlag(Chance.True));
                mayHold |= (asItIs && Stages.Contains(stage)) || (asProduct && Stages.Contains(Stage.Pql));
                mayFail |= (asItIs && !Stages.Contains(stage)) || (asProduct && !Stages.Contains(Stage.Pql));
            }

            return Chances.Of(mayHold, mayFail);
        }
    }

    /// <summary>The grade is one of these.</summary>
    public sealed record GradeIs(ImmutableArray<Grade> Grades) : Term
    {
        public override Chance In(Picture picture)
        {
            var (grid, points) = (picture.Plan.Playbook.Grid, picture.Points);
            var (best, worst) = ((int)grid.Of(points.FitHigh, points.IntentHigh), (int)grid.Of(points.FitLow, points.IntentLow));
            var (mayHold, mayFail) = (false, false);
            for (var letter = best / 3; letter <= worst / 3; letter++)
            {
                for (var digit = best % 3; digit <= worst % 3; digit++)
                {
                    var holds = Grades.Contains((Grade)((letter * 3) + digit));
                    (mayHold, mayFail) = (mayHold || holds, mayFail || !holds);
                }
            }

            return Chances.Of(mayHold, mayFail);
        }
    }
}
