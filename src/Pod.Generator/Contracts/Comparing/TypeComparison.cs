using Pod.Generator.Contracts.Reading;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Contracts.Comparing;

/// <summary>Compares two spellings of a type, part by part.</summary>
internal static class TypeComparison
{
    // Type -> the types that hold all of its values, in the same JSON.
    private static readonly Dictionary<string, string[]> Wider = new(StringComparer.Ordinal)
    {
        ["short"] = ["int", "long", "float", "double"],
        ["int"] = ["long", "double"],
        ["float"] = ["double"],
        ["Set"] = ["List"],
    };

    public static IReadOnlyCollection<TypeChange> Compare(string before, string after)
    {
        var changes = new HashSet<TypeChange>();
        if (before != after)
        {
            Compare(ContractTypeText.Parse(before), ContractTypeText.Parse(after), changes);
        }

        return changes;
    }

    private static void Compare(TypeSyntax before, TypeSyntax after, HashSet<TypeChange> changes)
    {
        if (before.IsNullable != after.IsNullable)
        {
            changes.Add(after.IsNullable ? TypeChange.Nullable : TypeChange.NotNullable);
        }

        if (IsWider(before.Name, after.Name))
        {
            changes.Add(TypeChange.Widened);
            CompareArguments(before, after, changes);
        }
        else if (IsWider(after.Name, before.Name))
        {
            changes.Add(TypeChange.Narrowed);
            CompareArguments(before, after, changes);
        }
        else if (before.Name != after.Name || before.Arguments.Count != after.Arguments.Count || before.Size?.Text != after.Size?.Text
            || !(before.ElementNames ?? []).SequenceEqual(after.ElementNames ?? []))
        {
            changes.Add(TypeChange.Other);
        }
        else
        {
            CompareArguments(before, after, changes);
        }
    }

    private static void CompareArguments(TypeSyntax before, TypeSyntax after, HashSet<TypeChange> changes)
    {
        foreach (var (left, right) in before.Arguments.Zip(after.Arguments))
        {
            Compare(left, right, changes);
        }
    }

    private static bool IsWider(string before, string after) => Wider.TryGetValue(before, out var wider) && wider.Contains(after);
}
