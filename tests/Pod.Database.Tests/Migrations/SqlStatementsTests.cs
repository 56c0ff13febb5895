using Pod.Database.Migrations;

namespace Pod.Database.Tests.Migrations;

public sealed class SqlStatementsTests
{
    [Theory]
    [InlineData("SELECT 1; SELECT 2;", "SELECT 1", "SELECT 2")]
    [InlineData("SELECT 1", "SELECT 1")]
    [InlineData(" ;; -- nothing; at all\n /* ; /* ; */ ; */ ;")]
    [InlineData("SELECT 'a;b''c;d'; SELECT 2", "SELECT 'a;b''c;d'", "SELECT 2")]
    [InlineData(@"SELECT E'it\'s; x'; SELECT e'\\'; SELECT 3", @"SELECT E'it\'s; x'", @"SELECT e'\\'", "SELECT 3")]
    [InlineData(@"SELECT '\'; SELECT 2", @"SELECT '\'", "SELECT 2")]
    [InlineData("SELECT \"a;\"\"b;\"; SELECT 2", "SELECT \"a;\"\"b;\"", "SELECT 2")]
    [InlineData("DO $$ BEGIN PERFORM 1; END $$; SELECT 2", "DO $$ BEGIN PERFORM 1; END $$", "SELECT 2")]
    [InlineData("DO $a$ ; $b$ ; $$ ; $a$; SELECT $1; SELECT a$b$c; SELECT 4", "DO $a$ ; $b$ ; $$ ; $a$", "SELECT $1", "SELECT a$b$c", "SELECT 4")]
    [InlineData(
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 ELSE 2 END; END; SELECT 2",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 ELSE 2 END; END",
        "SELECT 2")]
    [InlineData("SELECT 'never closed; SELECT 2", "SELECT 'never closed; SELECT 2")]
    [InlineData("\uFEFFSELECT 1;", "SELECT 1")]
    public void Scripts_are_cut_where_statements_end(string sql, params string[] expected)
        => Assert.Equal(expected, SqlStatements.Split(sql, 0, sql.Length).Select(statement => statement.Text));

    [Fact]
    public void Statements_know_their_line()
    {
        const string Sql = "-- a comment\n\nSELECT 1;\nSELECT\n2; SELECT 3;";
        var statements = SqlStatements.Split(Sql, 0, Sql.Length);
        Assert.Equal([3, 4, 5], statements.Select(statement => statement.Line));
    }

    [Fact]
    public void A_script_without_marks_is_one_transactional_step()
    {
        var step = Assert.Single(MigrationScript.Parse("SELECT 1; SELECT 2;"));
        Assert.True(step.IsTransactional);
        Assert.Equal(2, step.Statements.Count);
    }

    [Fact]
    public void Marks_cut_a_script_into_steps()
    {
        var steps = MigrationScript.Parse("-- head\nSELECT 0;\n-- pod:step 1\nSELECT 1;\r\n-- pod:step 2 transaction=off\r\nSELECT 2; SELECT 3;\n--pod:step 3 transaction=on\nSELECT 4;");
        Assert.Equal([(1, true, 2), (2, false, 2), (3, true, 1)], steps.Select(step => (step.Number, step.IsTransactional, step.Statements.Count)));
        Assert.Equal(5, steps[1].Statements[0].Line - 1);
        Assert.Throws<FormatException>(() => MigrationScript.Parse("-- pod:step 1\nSELECT 1;\n-- pod:step 3\nSELECT 2;"));
    }
}
