namespace Pod.Database.Migrations;

/// <summary>
/// Cuts a script at the semicolons that end statements: not those in <c>'text'</c>, <c>E'it\'s'</c>, <c>"names"</c>, <c>$tag$bodies$tag$</c>,
/// comments,
/// or function bodies between <c>BEGIN ATOMIC</c> and <c>END</c>.
/// </summary>
internal static class SqlStatements
{
    public static List<SqlStatement> Split(string sql, int start, int end)
    {
        var statements = new List<SqlStatement>();
        var scanner = new SqlScanner(sql, end) { Position = start };
        var first = -1;
        var body = new AtomicBody();
        while (scanner.Position < end)
        {
            var tokenStart = scanner.Position;
            var token = scanner.Next();
            if (token is SqlToken.Space)
            {
                continue;
            }

            first = first < 0 ? tokenStart : first;
            if (token is SqlToken.Word)
            {
                body.See(sql.AsSpan(tokenStart, scanner.Position - tokenStart));
            }
            else if (token is SqlToken.Semicolon && !body.IsOpen)
            {
                Add(statements, sql, first, tokenStart);
                first = -1;
                body = new AtomicBody();
            }
        }

        if (first >= 0)
        {
            Add(statements, sql, first, end);
        }

        return statements;
    }

    private static void Add(List<SqlStatement> statements, string sql, int start, int end)
    {
        var text = sql[start..end].TrimEnd();
        if (text.Length > 0)
        {
            statements.Add(new SqlStatement(text, 1 + sql.AsSpan(0, start).Count('\n')));
        }
    }
}
