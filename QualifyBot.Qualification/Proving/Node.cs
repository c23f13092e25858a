using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>A condition made ready for the search: which truths it may have where each variable has one of a set of cells.</summary>
internal abstract class Node
{
    /// <summary>The truths that the condition may have.</summary>
    /// <param name="allowed">The cells that each variable may have.</param>
    /// <param name="region">Where the points lie; null = anywhere.</param>
    public abstract Known Of(UInt128[] allowed, Region? region);

    /// <summary>The conditions inside on single slots, and on signals.</summary>
    public virtual IEnumerable<Leaf> Leaves() => [];

    protected static Known FromFlags(bool canBeTrue, bool canBeFalse) => (canBeTrue ? Known.True : Known.Nothing) | (canBeFalse ? Known.False : Known.Nothing);

    /// <summary>A condition whose truth a variable's cell settles, or helps to settle.</summary>
    internal abstract class Leaf : Node
    {
        public abstract ImmutableArray<int> Variables { get; }

        /// <summary>Cells of a variable that the condition cannot tell apart have equal marks.</summary>
        public abstract int MarkOf(int variable, int cell);

        public override IEnumerable<Leaf> Leaves() => [this];
    }

    /// <summary>A condition on a slot.</summary>
    internal sealed class OnSlot(int variable, UInt128 whereTrue, UInt128 whereFalse) : Leaf
    {
        public override ImmutableArray<int> Variables { get; } = [variable];

        public override Known Of(UInt128[] allowed, Region? region)
        {
            var cells = allowed[variable];
            return FromFlags((cells & whereTrue) != 0, (cells & whereFalse) != 0) | ((cells & ~(whereTrue | whereFalse)) != 0 ? Known.Unknown : Known.Nothing);
        }

        public override int MarkOf(int variable, int cell) => ((whereTrue >> cell) & 1) != 0 ? 1 : ((whereFalse >> cell) & 1) != 0 ? 2 : 3;
    }

    /// <summary>A condition on signals: the numbers that the kinds' cells count for add up.</summary>
    internal sealed class Counted(ImmutableArray<int> variables, ImmutableArray<ImmutableArray<int>> counts, int times) : Leaf
    {
        public override ImmutableArray<int> Variables => variables;

        public override Known Of(UInt128[] allowed, Region? region)
        {
            var (least, most) = (0, 0);
            for (var index = 0; index < variables.Length; index++)
            {
                var (low, high) = (int.MaxValue, 0);
                for (var (cell, cells) = (0, allowed[variables[index]]); cells != 0; cell++, cells >>= 1)
                {
                    if ((cells & 1) != 0)
                    {
                        (low, high) = (Math.Min(low, counts[index][cell]), Math.Max(high, counts[index][cell]));
                    }
                }

                (least, most) = (least + Math.Min(low, times), most + high);
            }

            return FromFlags(most >= times, least < times);
        }

        public override int MarkOf(int variable, int cell) => counts[variables.IndexOf(variable)][cell];
    }

    /// <summary>A condition on the points.</summary>
    internal sealed class OnPoints(Func<Region, bool> holds) : Node
    {
        public override Known Of(UInt128[] allowed, Region? region) => region is { } known ? FromFlags(holds(known), !holds(known)) : Known.True | Known.False;
    }

    /// <summary>A condition on the stage, which points and product signals settle together.</summary>
    internal sealed class OnStage(Func<Region, bool> holds, bool holdsAsProduct, Func<Region, bool> isBelowProduct, Node? product) : Node
    {
        public override Known Of(UInt128[] allowed, Region? region)
        {
            if (region is not { } known)
            {
                return Known.True | Known.False;
            }

            var isProduct = product is null || !isBelowProduct(known) ? Known.False : product.Of(allowed, region);
            var asItIs = (isProduct & ~Known.True) != Known.Nothing;
            var asProduct = (isProduct & Known.True) != Known.Nothing;
            return FromFlags((asItIs && holds(known)) || (asProduct && holdsAsProduct), (asItIs && !holds(known)) || (asProduct && !holdsAsProduct));
        }

        public override IEnumerable<Leaf> Leaves() => product?.Leaves() ?? [];
    }

    /// <summary>All, any or none of other conditions.</summary>
    internal sealed class Compound(Condition kind, ImmutableArray<Node> parts) : Node
    {
        public override Known Of(UInt128[] allowed, Region? region) => kind switch
        {
            Condition.Not => Negated(parts[0].Of(allowed, region)),
            Condition.All => Joined(allowed, region, Known.True, Known.False),
            Condition.Any => Joined(allowed, region, Known.False, Known.True),
            _ => throw new UnreachableException(),
        };

        public override IEnumerable<Leaf> Leaves() => parts.SelectMany(static part => part.Leaves());

        private static Known Negated(Known part) =>
            FromFlags((part & Known.False) != Known.Nothing, (part & Known.True) != Known.Nothing) | (part & Known.Unknown);

        // "Weak" is what the whole has only where all parts have it; "strong" is what one part settles.
        private Known Joined(UInt128[] allowed, Region? region, Known weak, Known strong)
        {
            var (allWeak, someStrong, mayBeUnknown, mustBeStrong) = (true, false, false, false);
            foreach (var part in parts)
            {
                var truth = part.Of(allowed, region);
                allWeak &= (truth & weak) != Known.Nothing;
                someStrong |= (truth & strong) != Known.Nothing;
                mustBeStrong |= truth == strong;
                mayBeUnknown |= (truth & Known.Unknown) != Known.Nothing;
            }

            return mustBeStrong ? strong : (allWeak ? weak : Known.Nothing) | (someStrong ? strong : Known.Nothing) | (mayBeUnknown ? Known.Unknown : Known.Nothing);
        }
    }
}
