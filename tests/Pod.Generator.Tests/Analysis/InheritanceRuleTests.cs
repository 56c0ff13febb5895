using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Analysis;

public sealed class InheritanceRuleTests
{
    [Theory]
    [InlineData("extends: ⟦POD1030⟧Animl", "")]
    [InlineData("extends: ⟦POD1032⟧Mood", "")]
    [InlineData("extends: ⟦POD1032⟧Oops", "")]
    [InlineData("extends: ⟦POD1033⟧Hidden", "")]
    [InlineData("extends: Animal", "⟦POD1034⟧name: int")]
    [InlineData("extends: Animal", "⟦POD1034⟧title: int, jsonKey=name")]
    [InlineData("extends: Animal\ntable: ⟦POD1021⟧dog", "")]
    [InlineData("sealed: true\n⟦POD1008⟧table: dog", "")]
    [InlineData("extends: ⟦POD1037⟧Animal\nimmutable: true", "")]
    [InlineData("extends: Animal", "bark: string")]
    [InlineData("extends: Plain\ntable: dog", "bark: string")]
    public void Children(string keys, string field) => GeneratorRun.ExpectMarked($"""
        === dog.pod.yaml
        class: Dog
        {keys}
        fields:
          {(field.Length == 0 ? "loud: bool" : field)}
        === animal.pod.yaml
        class: Animal
        table: animal
        fields:
          name: string
        === plain.pod.yaml
        class: Plain
        fields:
          note: string, default='x'
        === hidden.pod.yaml
        class: Hidden
        serverOnly: true
        === mood.pod.yaml
        enum: Mood
        values: [happy]
        === oops.pod.yaml
        exception: Oops
        """);

    [Theory]
    [InlineData("id: Guid", "⟦POD1023⟧row")]
    [InlineData("id: string", "⟦POD1023⟧row")]
    [InlineData("id: int?, scope=serverOnly", "⟦POD1023⟧row")]
    [InlineData("id: Guid, defaultModel=random", "row")]
    [InlineData("id: int", "row")]
    public void The_id_of_a_parent_is_checked_where_the_table_is(string id, string table) => GeneratorRun.ExpectMarked($"""
        === base.pod.yaml
        class: Base
        fields:
          {id}
        === row.pod.yaml
        class: Row
        extends: Base
        table: {table}
        """);

    [Theory]
    [InlineData("table: row\nrenamedFrom: old_row")]
    [InlineData("table: row\nrenamedFrom: ⟦POD1038⟧row")]
    [InlineData("table: row\nrenamedFrom: ⟦POD1038⟧other")]
    [InlineData("renamedFrom: ⟦POD1038⟧old_row")]
    [InlineData("table: row\ndatabase: server")]
    [InlineData("table: row\ndatabase: ⟦POD1009⟧client")]
    [InlineData("⟦POD1025⟧database: server")]
    public void Keys_about_the_table(string keys) => GeneratorRun.ExpectMarked($"""
        === row.pod.yaml
        class: Row
        {keys}
        === other.pod.yaml
        class: Other
        table: other
        """);

    [Fact]
    public void Without_a_database_a_table_is_reported_and_nobody_offers_it()
    {
        var result = GeneratorRun.ExpectMarked(
            "class: Row\n⟦POD1022⟧table: row\nfields:\n  name: string\n", static input => input with { HasDatabase = false });

        Assert.DoesNotContain("Row.Table", result.Files.Single(static file => file.Path.EndsWith("Protocol.cs", StringComparison.Ordinal) && file.Text.Contains("PodServerProtocol", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_and_switch_are_taken_in_a_sealed_hierarchy() => GeneratorRun.ExpectMarked("""
        === shape.pod.yaml
        class: Shape
        sealed: true
        fields:
          ⟦POD1119⟧match: int
        === circle.pod.yaml
        class: Circle
        extends: Shape
        fields:
          ⟦POD1119⟧switch: int
        === plain.pod.yaml
        class: Plain
        fields:
          match: int
          switch: int
        """);

    [Fact]
    public void A_circle_is_named_once() => GeneratorRun.ExpectMarked("""
        === a.pod.yaml
        class: Aa
        extends: Bb
        === b.pod.yaml
        class: Bb
        extends: ⟦POD1035⟧Aa
        """);

    [Fact]
    public void Inherited_fields_come_first_and_are_stored_by_the_child_that_has_the_table()
    {
        var result = GeneratorRun.ExpectMarked("""
            === entry.pod.yaml
            class: Entry
            fields:
              id: Guid, defaultModel=random_v7
              createdAt: DateTime, default=now
            === note.pod.yaml
            class: Note
            extends: Entry
            table: note
            fields:
              text: string
            === special.pod.yaml
            class: SpecialNote
            extends: Note
            fields:
              stars: int
            """);

        Assert.Equal(["id", "createdAt", "text"], result.Schema.FindTable("note")!.Columns.Select(static column => column.Name));
        Assert.Equal(("uuid", "random_v7"), (result.Schema.FindTable("note")!.Columns[0].Type, result.Schema.FindTable("note")!.Columns[0].Default));
        Assert.Equal("now", result.Schema.FindTable("note")!.Columns[1].Default);
        Assert.Equal(["id", "createdAt", "text", "stars"], result.Project.Class("SpecialNote").Fields.Select(static field => field.Name));
        Assert.Equal([true, true, true, false], result.Project.Class("SpecialNote").Fields.Select(static field => field.IsInherited));
    }
}
