using Pod.Generator.Model;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>What the models say about former names. Two schemas alone cannot tell a rename from a loss.</summary>
/// <param name="Tables">Tables that had another name.</param>
/// <param name="Fields">Stored fields that had another name.</param>
public sealed record SchemaRenames(ValueList<TableRename> Tables, ValueList<FieldRename> Fields)
{
    /// <summary>Gets no renames at all.</summary>
    public static SchemaRenames None { get; } = new([], []);

    /// <summary>Collects what <c>renamedFrom</c> says in the models of a project.</summary>
    /// <param name="project">The project.</param>
    public static SchemaRenames Of(ProjectDefinition project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return new SchemaRenames(
            project.AllTables.Where(static model => model.RenamedFrom is not null)
                .Select(static model => new TableRename(model.RenamedFrom!, model.Table!))
                .ToValueList(),
            project.AllTables.SelectMany(static model => model.StoredFields.Where(static field => field.RenamedFrom is not null)
                    .Select(field => new FieldRename(model.Table!, field.RenamedFrom!, field.Name)))
                .ToValueList());
    }
}
