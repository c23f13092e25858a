using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace QualifyBot.Tests.Architecture;

/// <summary>Walks a method's code (ECMA-335, partition III).</summary>
internal static class IntermediateCode
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

    /// <summary>Every type, method and field named in the code, with the offset of its instruction.</summary>
    public static List<(int Offset, EntityHandle Token)> Tokens(BlobReader code)
    {
        var tokens = new List<(int, EntityHandle)>();
        while (code.RemainingBytes > 0)
        {
            var offset = code.Offset;
            int operation = code.ReadByte();
            operation = operation == 0xFE ? 0xFE00 | code.ReadByte() : operation;
            var operand = Operands[operation];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                tokens.Add((offset, MetadataTokens.EntityHandle(code.ReadInt32())));
            }
            else
            {
                var length = Length(operand, ref code);
                code.Offset += length;
            }
        }

        return tokens;
    }

    private static int Length(OperandType operand, ref BlobReader code) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 * code.ReadInt32(),
        _ => 4,
    };
}
