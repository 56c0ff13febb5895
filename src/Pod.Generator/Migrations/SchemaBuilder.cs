using Pod.Generator.Analysis;
using Pod.Generator.Model;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations;

/// <summary>Turns models into the database that they ask for.</summary>
public static class SchemaBuilder
{
    /// <summary>Builds the schema of a project.</summary>
    /// <param name="module">The project's module name.</param>
    /// <param name="project">The project, with the models of its modules.</param>
    /// <param name="installed">The modules that have migrations of their own.</param>
    public static DatabaseSchema Build(string module, ProjectDefinition project, ValueList<InstalledModule> installed)
    {
        ArgumentNullException.ThrowIfNull(project);
        var tables = project.AllTables.OrderBy(static model => model.Table, StringComparer.Ordinal).ToList();
        var stored = tables.SelectMany(static model => model.StoredFields).Where(static field => field.Type.Kind == TypeKind.Enum)
            .Select(static field => field.Type.Name)
            .ToHashSet();
        var enums = project.Models.Concat(project.ModuleModels).OfType<EnumDefinition>().Where(model => stored.Contains(model.Name))
            .Select(static model => new EnumSchema(NameOf(model), model.IsByIndex, model.Values.Select(static value => value.Name).ToValueList()));
        return new DatabaseSchema(
            module,
            tables.Select(model => BuildTable(model.Module?.Name ?? module, model, project)).ToValueList(),
            enums.OrderBy(static model => model.Name, StringComparer.Ordinal).ToValueList())
        {
            InstalledModules = installed,
        };
    }

    // As columns name the types of their values.
    private static string NameOf(ModelDefinition model) =>
        model.Module?.SpellingOf(model.Name) ?? model.Name;

    private static TableSchema BuildTable(string module, ClassDefinition model, ProjectDefinition project)
    {
        var table = model.Table!;
        var primaryKey = new IndexSchema($"{table}_pkey", "btree", ["id"], Unique: true, Primary: true);
        return new TableSchema(
            table,
            model.Module?.NameOf(model.Name) ?? model.Name,
            module,
            model.StoredFields.Select(field => BuildColumn(field, project)).ToValueList(),
            model.ForeignKeys.Select(key => BuildForeignKey(table, key, model)).ToValueList(),
            model.Indexes.Select(index => BuildIndex(index, model)).Prepend(primaryKey).ToValueList(),
            model.Checks.Select(check => new CheckSchema(check.Name, ToSql(check.Condition, model))).ToValueList())
        {
            Managed = model.IsManaged,
        };
    }

    private static ColumnSchema BuildColumn(FieldDefinition field, ProjectDefinition project) => new(
        field.Column,
        field.Name,
        field.IsPlainJson ? "json" : ColumnTypes.Of(field.Type, project),
        field.Type.IsNullable,
        field.ColumnDefault is { } value ? ColumnDefaults.Of(value, field.Type, project) : null,
        field.Type.WithNullable(false).ToString());

    private static ForeignKeySchema BuildForeignKey(string table, ForeignKeyDefinition key, ClassDefinition model)
    {
        var column = ColumnOf(model, key.Field);
        return new ForeignKeySchema(ShortName.Make($"{table}_{column}_fk"), [column], key.TargetTable, ["id"], key.OnUpdate, key.OnDelete, key.Timing);
    }

    private static IndexSchema BuildIndex(IndexDefinition index, ClassDefinition model) =>
        new(index.Name, index.Type, index.Fields.Select(field => ColumnOf(model, field)).ToValueList(), index.IsUnique, Primary: false)
        {
            NullsDistinct = index.NullsDistinct,
            OperatorClass = index.OperatorClass,
            Parameters = index.Parameters,
            Where = index.Where is { } condition ? ToSql(condition, model) : null,
            Language = index.FullText?.Language,
            Weights = index.FullText?.Weights ?? [],
        };

    private static string ToSql(SqlCondition condition, ClassDefinition model) =>
        condition.ToSql(field => PostgresIdentifier.Quote(ColumnOf(model, field)));

    private static string ColumnOf(ClassDefinition model, string field) => model.Fields.First(candidate => candidate.Name == field).Column;
}
