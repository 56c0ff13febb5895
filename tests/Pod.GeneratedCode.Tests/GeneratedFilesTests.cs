using Sample.Server;

namespace Pod.GeneratedCode.Tests;

public sealed class GeneratedFilesTests
{
    [Fact]
    public void Model_files_mirror_the_folders_of_their_sources() =>
        Assert.True(File.Exists(Path.Combine(Folder("Sample.Server"), "Generated", "Models", "people", "Person.cs")));

    [Fact]
    public void Documentation_is_escaped_and_keeps_paragraphs()
    {
        var text = File.ReadAllText(Path.Combine(Folder("Sample.Server"), "Generated", "Models", "Everything.cs"));

        Assert.Contains("/// Every scalar type, required and optional, in one row.\n/// </para><para>\n/// A second paragraph with &lt;b&gt; and &amp; in it.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Physical_names_are_the_files_names()
    {
        Assert.Equal("class_name", Column(Person.Table.Class));
        Assert.Contains("\"className\"", new Person { Name = "a", MentorId = null, Class = "c" }.ToJson(), StringComparison.Ordinal);
        Assert.Contains(Town.Table.Columns, static column => column.Name == "_companyOfficesCompanyId");
    }

    [Fact]
    public void A_plain_class_has_no_table() => Assert.Null(typeof(Place).GetProperty("Table"));

    private static string Column(Pod.Database.Column column) => column.Name;

    private static string Folder(string project)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pod.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Pod.sln was not found above the test's folder.");
        }

        return Path.Combine(folder, "tests", project);
    }
}
