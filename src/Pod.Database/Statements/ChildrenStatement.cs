using Pod.Database.Columns.Storage;
using Pod.Database.Execution;
using Pod.Database.Includes;
using Pod.Database.SqlWriting;

namespace Pod.Database.Statements;

/// <summary>Reads the children of many parents at once.</summary>
internal static class ChildrenStatement
{
    public static StatementCall Write<TRow, TTable, TKey>(
        PodDatabase database, IncludeList<TRow, TTable> list, SelectPlan plan, ValueExpression<TKey> foreignKey, TKey[] keys)
        where TRow : class
        where TTable : RowTable<TRow>
        where TKey : struct
    {
        var writer = SqlWriter.Begin(list.Table);
        plan.Reach(writer);
        var parents = foreignKey.Storage.CreateArray(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            parents.Set(i, keys[i]);
        }

        if (list.Limit is null && list.Offset is null or 0)
        {
            WriteTogether(writer, list, plan, foreignKey, parents.Parameter);
        }
        else
        {
            WritePerParent(writer, list, plan, foreignKey, parents.Parameter);
        }

        return database.Plans.Finish(writer, "SELECT", list.Table);
    }

    private static void WriteTogether<TRow, TTable>(
        SqlWriter writer, IncludeList<TRow, TTable> list, SelectPlan plan, ISqlFragment foreignKey, ParameterSource parents)
        where TRow : class
        where TTable : RowTable<TRow>
    {
        writer.Write(" WHERE ").Write(foreignKey).Write(" = ANY(").WriteParameter(parents).Write(")");
        WriteCondition(writer, list.Where);
        writer.WriteOrder(list.OrderBy);
        writer.Statement.Append("SELECT ");
        plan.Write(writer);
        writer.FinishWithSource();
    }

    // A limit per parent needs a query per parent, which the server runs for each key; the position keeps their order in the whole.
    private static void WritePerParent<TRow, TTable>(
        SqlWriter writer, IncludeList<TRow, TTable> list, SelectPlan plan, ISqlFragment foreignKey, ParameterSource parents)
        where TRow : class
        where TTable : RowTable<TRow>
    {
        var outer = writer.Statement.Append("SELECT ");
        for (var i = 0; i < plan.Width; i++)
        {
            outer.Append(i == 0 ? "s.c" : ", s.c").Append(i);
        }

        outer.Append(" FROM unnest(");
        writer.WriteParameter(outer, parents);
        outer.Append(") AS p (k) CROSS JOIN LATERAL (SELECT ");
        plan.Write(writer, isNamed: true);
        var isOrdered = list.OrderBy is { IsEmpty: false };
        if (isOrdered)
        {
            outer.Append(", row_number() OVER (");
            writer.WriteOrder(list.OrderBy);
            outer.Append(writer.Clauses.Text).Append(") AS position");
            writer.Clauses.Clear();
        }

        writer.Write(" WHERE ").Write(foreignKey).Write(" = p.k");
        WriteCondition(writer, list.Where);
        writer.WriteOrder(list.OrderBy);
        writer.WriteRange(list.Limit, list.Offset);
        writer.FinishWithSource();
        outer.Append(isOrdered ? ") AS s ORDER BY s.position" : ") AS s");
    }

    private static void WriteCondition(SqlWriter writer, Filter? where)
    {
        if (where is not null)
        {
            writer.Write(" AND ").Write((ISqlFragment)where);
        }
    }
}
