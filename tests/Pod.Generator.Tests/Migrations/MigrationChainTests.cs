using Pod.Generator.Migrations;
using Pod.Generator.Tests.Support;
using Pod.Schema;

namespace Pod.Generator.Tests.Migrations;

/// <summary>Whether migrations are one chain, and how two branches become one.</summary>
public sealed class MigrationChainTests
{
    private const string Root = "class: A\ntable: a\nfields:\n  one: int?\n";
    private const string Left = Root + "  left: int?\n";
    private const string Right = Root + "  right: int?\n";
    private const string Both = Left + "  right: int?\n";

    [Fact]
    public void A_whole_chain_has_no_findings()
    {
        var chain = new MigrationChain([Entry("2", Entry("1", null, Root), Left), Entry("1", null, Root)]);

        Assert.Empty(chain.Check());
        Assert.Empty(chain.CheckRegistry(["1", "2"]));
        Assert.Null(chain.CheckModels(Schema(Left), SchemaRenames.None, out _));
        Assert.Equal("2", Assert.Single(chain.Heads).Version);
    }

    [Fact]
    public void Two_children_of_one_migration_are_named_with_the_way_out()
    {
        var root = Entry("1", null, Root);

        var finding = Assert.Single(new MigrationChain([root, Entry("2-left", root, Left), Entry("3-right", root, Right)]).Check());

        Assert.Equal("POD3030", finding.Id);
        Assert.Contains("'2-left' and '3-right' both follow '1'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet pod migration rebase", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_is_gone_or_different_is_named()
    {
        var root = Entry("1", null, Root);
        var child = Entry("2", root, Left);

        Assert.Equal("POD3031", Assert.Single(new MigrationChain([child]).Check()).Id);
        Assert.Contains(new MigrationChain([Entry("1", null, Right), child]).Check(), static finding => finding.Id == "POD3031");
    }

    [Fact]
    public void The_registry_names_every_folder_and_nothing_else()
    {
        var findings = new MigrationChain([Entry("1", null, Root)]).CheckRegistry(["2"]);

        Assert.Equal(["POD3032", "POD3032"], findings.Select(static finding => finding.Id));
        Assert.Contains("'1' has a folder and no line", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("'2' stands in", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_fit_their_hashes()
    {
        var entry = Entry("1", null, Root);

        Assert.Equal("POD3033", Assert.Single(new MigrationChain([entry with { Definition = entry.Definition + " " }]).Check()).Id);
        Assert.Equal("POD3033", Assert.Single(new MigrationChain([entry with { Version = "2" }]).Check()).Id);
        Assert.Equal("POD3041", Assert.Single(new MigrationChain([entry with { Sql = entry.Sql + "SELECT 1;" }]).Check()).Id);
        Assert.Empty(new MigrationChain([entry with { Sql = entry.Sql.ReplaceLineEndings("\r\n") }]).Check());
    }

    [Fact]
    public void A_version_is_used_once()
    {
        var root = Entry("1-a", null, Root);

        Assert.Contains(new MigrationChain([root, Entry("1-b", root, Left)]).Check(), static finding => finding.Id == "POD3034");
    }

    [Fact]
    public void Models_without_migration_are_named()
    {
        var finding = new MigrationChain([Entry("1", null, Root)]).CheckModels(Schema(Left), SchemaRenames.None, out _);

        Assert.Equal("POD3040", finding?.Id);
        Assert.Contains("addColumn a.left", finding?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_debt_alone_is_no_change_of_the_models()
    {
        var (before, after) = (Schema(Root), Schema(Root + "  must: int\n"));
        var root = Entry("1", null, Root);
        var plan = SchemaDiffer.Compare(before, after, SchemaRenames.None, new MigrationOptions { TwoStep = true });
        var chain = new MigrationChain([root, Entry("2", (root.Version, root.Definition), plan, after)]);

        Assert.Null(chain.CheckModels(after, SchemaRenames.None, out var debts));
        Assert.Equal(["a.must"], debts);
    }

    [Fact]
    public void Rebasing_replaces_the_branch_that_was_made_later_or_is_not_known()
    {
        var root = Entry("1", null, Root);
        var left = Entry("2", root, Left);
        var right = Entry("3", root, Right);
        var chain = new MigrationChain([root, left, right]);

        var later = MigrationRebase.Of(chain, onto: null);
        var unknown = MigrationRebase.Of(chain, onto: ["1", "3"]);

        Assert.Equal(("2", "3"), (later.Head?.Version, Assert.Single(later.Replaced).Version));
        Assert.Equal(("3", "2"), (unknown.Head?.Version, Assert.Single(unknown.Replaced).Version));
        Assert.Equal("addColumn", Assert.Single(later.Plan(Schema(Both), SchemaRenames.None, MigrationOptions.None, keepsSql: false).Operations).Name);
        Assert.Empty(MigrationRebase.Of(new MigrationChain([root, left]), onto: null).Replaced);
    }

    [Fact]
    public void A_branch_without_its_beginning_is_replaced()
    {
        var root = Entry("1", null, Root);
        var rebase = MigrationRebase.Of(new MigrationChain([root, Entry("3", Entry("2", root, Left), Both)]), onto: null);

        Assert.Equal(("1", "3"), (rebase.Head?.Version, Assert.Single(rebase.Replaced).Version));
    }

    [Fact]
    public void Sql_that_was_written_by_hand_stops_a_rebase_or_is_kept()
    {
        var root = Entry("1", null, Root);
        var right = Entry("3", root, Right);
        var rebase = MigrationRebase.Of(new MigrationChain([root, Entry("2", root, Left), right with { Sql = right.Sql + "UPDATE a SET one = 1;\n" }]), onto: null);

        var stopped = rebase.Plan(Schema(Both), SchemaRenames.None, MigrationOptions.None, keepsSql: false);
        var kept = rebase.Plan(Schema(Both), SchemaRenames.None, MigrationOptions.None, keepsSql: true);

        Assert.Contains(stopped.Findings, static finding => finding is { Id: "POD3035", IsError: true });
        Assert.DoesNotContain(kept.Findings, static finding => finding.IsError);
        Assert.Equal(["addColumn", "sql"], kept.Operations.Select(static operation => operation.Name));
        Assert.Contains("UPDATE a SET one = 1;", MigrationFiles.Write("4", null, kept, Schema(Both))[MigrationFiles.Sql], StringComparison.Ordinal);
    }

    [Fact]
    public void Backfills_and_debts_of_what_is_replaced_count_for_what_replaces_it()
    {
        var after = Schema(Root + "  must: int\n  later: int\n");
        var root = Entry("1", null, Root);
        var options = new MigrationOptions { Backfills = new Dictionary<string, string> { ["a.must"] = "7" }, TwoStep = true };
        var right = Entry("3", (root.Version, root.Definition), SchemaDiffer.Compare(Schema(Root), after, SchemaRenames.None, options), after);

        var plan = MigrationRebase.Of(new MigrationChain([root, Entry("2", root, Root), right]), onto: null).Plan(after, SchemaRenames.None, MigrationOptions.None, keepsSql: false);

        Assert.DoesNotContain(plan.Findings, static finding => finding.IsError);
        Assert.Equal(["a.later"], plan.Debts);
    }

    [Fact]
    public void A_newer_format_names_the_tool_that_reads_it()
    {
        var text = MigrationFiles.Write("1", null, new MigrationPlan([], []), Schema(Root))[MigrationFiles.Manifest];

        var exception = Assert.Throws<FormatException>(() => MigrationManifest.Read(text.Replace("\"format\": 1,", "\"format\": 9, \"tool\": \"7.2\",", StringComparison.Ordinal)));

        Assert.Contains("needs Pod.Cli 7.2 or newer", exception.Message, StringComparison.Ordinal);
        Assert.Equal("1", MigrationManifest.Read(text.Replace("\"format\": 1,", "\"format\": 1, \"unknown\": [1],", StringComparison.Ordinal)).Version);
    }

    [Fact]
    public void The_same_change_gives_the_same_files() =>
        Assert.Equal(Write("2", ("1", SchemaJsonWriter.Write(Schema(Root))), Both), Write("2", ("1", SchemaJsonWriter.Write(Schema(Root))), Both));

    private static MigrationEntry Entry(string version, MigrationEntry? parent, string models) =>
        Entry(version, parent is null ? null : (parent.Version, parent.Definition), SchemaDiffer.Compare(parent?.ReadSchema() ?? DatabaseSchema.Empty("sample"), Schema(models)), Schema(models));

    private static MigrationEntry Entry(string version, (string Version, string Definition)? parent, MigrationPlan plan, DatabaseSchema schema)
    {
        var files = MigrationFiles.Write(version, parent, plan, schema);
        return new MigrationEntry(version, MigrationManifest.Read(files[MigrationFiles.Manifest]), files[MigrationFiles.Definition], files[MigrationFiles.Sql]);
    }

    private static IReadOnlyDictionary<string, string> Write(string version, (string Version, string Definition)? parent, string models) =>
        MigrationFiles.Write(version, parent, SchemaDiffer.Compare(Schema(Root), Schema(models)), Schema(models));

    private static DatabaseSchema Schema(string models) => GeneratorRun.Of(models).Schema;
}
