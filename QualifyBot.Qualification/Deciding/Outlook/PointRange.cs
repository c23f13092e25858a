using System.Runtime.InteropServices;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>Least and most points on each axis; equal where nothing is open.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PointRange(int FitLow, int FitHigh, int IntentLow, int IntentHigh)
{
    public (int Low, int High) On(Axis? axis) => axis switch
    {
        Axis.Fit => (FitLow, FitHigh),
        Axis.Intent => (IntentLow, IntentHigh),
        _ => (FitLow + IntentLow, FitHigh + IntentHigh),
    };
}
