using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Relations;

/// <summary>Tells whether a key field has a unique index of its own; indexes are not resolved yet when relations are.</summary>
internal static class UniqueKeys
{
    public static bool IsUnique(ObjectDraft model, FieldDraft relation, FieldDraft key)
    {
        if (IsMarked(key) || IsMarked(relation))
        {
            return true;
        }

        return model.Syntax.Keys.Find(Keywords.Indexes)?.Value is YamlMap indexes
            && indexes.Entries.Any(index => index.Value is YamlMap definition && definition.IsTrue(Keywords.Unique) && definition.Find(Keywords.Where) is null && Covers(definition, key.Name));
    }

    private static bool IsMarked(FieldDraft field) => field.Syntax?.Find(Keywords.Unique) is { IsNegated: false, Arguments.Count: 0 };

    private static bool Covers(YamlMap index, string field) => index.Find(Keywords.Fields)?.Value switch
    {
        YamlScalar text => text.Value.Trim() == field,
        YamlSequence { Items: [{ Value: YamlScalar only }] } => only.Value == field,
        _ => false,
    };
}
