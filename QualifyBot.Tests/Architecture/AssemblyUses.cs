using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Architecture;

/// <summary>Reads from an assembly's metadata and code every type that its types mention: bases, fields, signatures, attributes, method bodies.</summary>
public sealed class AssemblyUses
{
    private readonly List<TypeUse> uses = [];
    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly SourceLines lines;
    private string from = "";
    private string place = "";

    private AssemblyUses(PEReader image, SourceLines lines)
    {
        (this.image, this.lines) = (image, lines);
        metadata = image.GetMetadataReader();
    }

    public static IReadOnlyList<TypeUse> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        using var symbols = new SourceLines(Path.ChangeExtension(assembly.Location, ".pdb"), Repository.Root);
        var reader = new AssemblyUses(file, symbols);
        foreach (var handle in reader.metadata.TypeDefinitions)
        {
            reader.ReadType(handle);
        }

        return [.. reader.uses.Distinct()];
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        place = from = NameOf(handle);
        Mention(type.BaseType);
        ReadAttributes(type.GetCustomAttributes());
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            Mention(metadata.GetInterfaceImplementation(implementation).Interface);
        }

        foreach (var parameter in type.GetGenericParameters())
        {
            foreach (var constraint in metadata.GetGenericParameter(parameter).GetConstraints())
            {
                Mention(metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }

        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            ReadAttributes(field.GetCustomAttributes());
            field.DecodeSignature(new TypeSink(MentionType), genericContext: null);
        }

        foreach (var method in type.GetMethods())
        {
            ReadMethod(method);
        }
    }

    private void ReadMethod(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        place = lines.Find(handle, 0) ?? from;
        ReadAttributes(method.GetCustomAttributes());
        method.DecodeSignature(new TypeSink(MentionType), genericContext: null);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(new TypeSink(MentionType), genericContext: null);
        }

        foreach (var region in body.ExceptionRegions.Where(region => !region.CatchType.IsNil))
        {
            Mention(region.CatchType);
        }

        foreach (var (offset, token) in IntermediateCode.Tokens(body.GetILReader()))
        {
            place = lines.Find(handle, offset) ?? from;
            Mention(token);
        }
    }

    private void ReadAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Mention(metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void Mention(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference when !handle.IsNil:
                MentionType(handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new TypeSink(MentionType), genericContext: null);
                break;
            case HandleKind.MethodDefinition:
                MentionType(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                MentionType(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(new TypeSink(MentionType), genericContext: null);
                Mention(method.Method);
                break;
            case HandleKind.MemberReference:
                MentionMember(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
        }
    }

    private void MentionMember(MemberReference member)
    {
        if (member.Parent.Kind == HandleKind.TypeReference)
        {
            Add(member.Parent, metadata.GetString(member.Name));
        }
        else
        {
            Mention(member.Parent);
        }

        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(new TypeSink(MentionType), genericContext: null);
        }
        else
        {
            member.DecodeFieldSignature(new TypeSink(MentionType), genericContext: null);
        }
    }

    private void MentionType(EntityHandle type) => Add(type, member: null);

    private void Add(EntityHandle type, string? member)
    {
        var (name, assembly) = type.Kind == HandleKind.TypeDefinition
            ? (NameOf((TypeDefinitionHandle)type), metadata.GetString(metadata.GetAssemblyDefinition().Name))
            : NameOf((TypeReferenceHandle)type);
        uses.Add(new(from, name, assembly, member, place));
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? FullName(metadata.GetString(type.Namespace), metadata.GetString(type.Name)) : NameOf(outer);
    }

    private (string Name, string Assembly) NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => NameOf((TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => (
                FullName(metadata.GetString(type.Namespace), metadata.GetString(type.Name)),
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)),
            _ => (metadata.GetString(type.Name), ""),
        };
    }

    private static string FullName(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
