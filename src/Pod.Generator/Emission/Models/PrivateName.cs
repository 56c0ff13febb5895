using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Names the private field that serves a member: <c>TagsCodec</c>, with more of the suffix while a member has that name.</summary>
internal static class PrivateName
{
    public static string Of(FieldDefinition field, string suffix, IEnumerable<FieldDefinition> members)
    {
        var name = field.MemberName + suffix;
        while (members.Any(other => other.MemberName == name))
        {
            name += suffix;
        }

        return name;
    }
}
