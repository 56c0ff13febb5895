using Pod.Generator.Tests.Support;
using Pod.Schema;

namespace Pod.Generator.Tests.Analysis;

public sealed class IndexRuleTests
{
    [Theory]
    [InlineData("⟦POD1301⟧RowIdx: {fields: name}")]
    [InlineData("⟦POD1302⟧row: {fields: name}")]
    [InlineData("⟦POD1304⟧a23456789_123456789_123456789_123456789_123456789_123456789_1234: {fields: name}")]
    [InlineData("⟦POD1305⟧row_idx: {unique: true}")]
    [InlineData("row_idx: {fields: ⟦POD1306⟧nme}")]
    [InlineData("row_idx: {fields: 'name, ⟦POD1307⟧name'}")]
    [InlineData("row_idx: {fields: name, ⟦POD1004⟧uniqe: true}")]
    [InlineData("row_idx: {fields: name, type: ⟦POD1009⟧tree}")]
    [InlineData("row_idx: {fields: tags, type: ⟦POD1309⟧btree}")]
    [InlineData("row_idx: {fields: name, type: ⟦POD1312⟧gin}")]
    [InlineData("row_idx: {fields: name, type: ⟦POD1313⟧hash, unique: true}")]
    [InlineData("row_idx: ⟦POD1003⟧name")]
    [InlineData("⟦POD1303⟧row__name__unique_idx: {fields: name}")]
    [InlineData("⟦POD1303⟧row_pkey: {fields: name}")]
    [InlineData("row_idx: {fields: 'name, ⟦POD1309⟧tags'}")]
    [InlineData("row_idx: {fields: ⟦POD1309⟧tags, unique: true}")]
    [InlineData("row_idx: {fields: tags, type: ⟦POD1309⟧brin}")]
    [InlineData("row_idx: {fields: ⟦POD1309⟧text}")]
    [InlineData("row_idx: {fields: text, type: ⟦POD1309⟧hash}")]
    [InlineData("row_idx: {fields: text, type: ⟦POD1312⟧gin}")]
    [InlineData("row_idx: {fields: 'name, age', type: ⟦POD1309⟧hash}")]
    [InlineData("row_idx: {fields: age, type: ⟦POD1309⟧spgist}")]
    [InlineData("row_idx: {fields: flag, type: ⟦POD1309⟧brin}")]
    [InlineData("row_idx: {fields: 'name, flag', type: ⟦POD1309⟧gist}")]
    [InlineData("row_idx: {fields: name, type: ⟦POD1309⟧hnsw}")]
    [InlineData("row_idx: {fields: age, ⟦POD1314⟧nulls_distinct: false}")]
    [InlineData("row_idx: {fields: age, unique: true, nulls_distinct: ⟦POD1010⟧no}")]
    [InlineData("row_idx: {fields: age, ⟦POD1315⟧operatorClass: jsonbOps}")]
    [InlineData("row_idx: {fields: tags, operatorClass: ⟦POD1009⟧jsonOps}")]
    [InlineData("row_idx: {fields: tags, operatorClass: ⟦POD1315⟧arrayOps}")]
    [InlineData("row_idx: {fields: age, ⟦POD1316⟧distanceFunction: l2}")]
    [InlineData("row_idx: {fields: age, type: btree, ⟦POD1316⟧parameters: {m: 16}}")]
    [InlineData("row_idx: {fields: age, where: ⟦POD1319⟧''}")]
    [InlineData("row_idx: {fields: age, where: '{⟦POD1319⟧agee} > 3'}")]
    [InlineData("row_idx: {fields: age, where: '{age} > 3 and {⟦POD1319⟧none}'}")]
    [InlineData("row_idx: {fields: age, where: '{age} > 3⟦POD1319⟧; drop table row'}")]
    [InlineData("row_idx: {fields: age, where: '⟦POD1319⟧{age > 3'}")]
    [InlineData("row_idx: {fields: age, where: 'age⟦POD1319⟧} > 3'}")]
    [InlineData("row_idx: {fields: age, where: ⟦POD1011⟧[a]}")]
    [InlineData("row_idx: {fields: 'name, ⟦POD1321⟧age', type: fulltext}")]
    [InlineData("row_idx: {fields: name, type: fulltext, weights: ⟦POD1321⟧'A, B'}")]
    [InlineData("row_idx: {fields: name, type: fulltext, weights: ⟦POD1321⟧E}")]
    [InlineData("row_idx: {fields: name, type: fulltext, language: ⟦POD1321⟧'english; drop'}")]
    [InlineData("row_idx: {fields: name, ⟦POD1321⟧language: english}")]
    [InlineData("row_idx: {fields: name, ⟦POD1321⟧weights: A}")]
    [InlineData("row_idx: {fields: name, type: ⟦POD1313⟧fulltext, unique: true}")]
    public void Indexes_that_cannot_be(string index) => GeneratorRun.ExpectMarked($"""
        class: Row
        table: row
        fields:
          name: string, unique
          tags: List<string>
          text: List<string>, serializationDataType=json
          age: int
          flag: bool
          none: string?, !persist
        indexes:
          {index}
        """);

    [Fact]
    public void An_index_needs_a_table() => GeneratorRun.ExpectMarked("class: Row\nfields:\n  a: string\n⟦POD1308⟧indexes:\n  row_idx: {fields: a}\n");

    [Fact]
    public void A_too_long_automatic_name_keeps_a_prefix_and_ends_in_a_hash()
    {
        var field = new string('f', 60);
        var result = GeneratorRun.Of($"class: Row\ntable: row\nfields:\n  {field}: string, indexed\n");

        var name = Assert.Single(result.Project.Class("Row").Indexes).Name;
        Assert.Equal(63, name.Length);
        Assert.Matches("_[0-9a-f]{8}$", name);
    }

    [Fact]
    public void Json_columns_get_a_gin_index()
    {
        var result = GeneratorRun.Of("class: Row\ntable: row\nfields:\n  tags: List<string>, indexed\n");

        Assert.Equal("gin", Assert.Single(result.Project.Class("Row").Indexes).Type);
    }

    [Theory]
    [InlineData("⟦POD1320⟧AgeIsGood: '{age} > 0'")]
    [InlineData("⟦POD1320⟧a23456789_123456789_123456789_123456789_123456789_123456: '{age} > 0'")]
    [InlineData("age: ⟦POD1320⟧' '")]
    [InlineData("age:⟦POD1320⟧")]
    [InlineData("age: '{⟦POD1320⟧agee} > 0'")]
    [InlineData("age: '{age} > 0⟦POD1320⟧;'")]
    [InlineData("age: ⟦POD1011⟧[a]")]
    public void Checks_that_cannot_be(string check) => GeneratorRun.ExpectMarked($"""
        class: Row
        table: row
        fields:
          age: int
        checks:
          {check}
        """);

    [Theory]
    [InlineData("⟦POD1308⟧checks:\n  a: '{a} > 0'")]
    [InlineData("⟦POD1308⟧indexes:\n  a_idx: {fields: a}")]
    public void Checks_and_indexes_need_a_table(string keys) => GeneratorRun.ExpectMarked($"class: Row\nfields:\n  a: int\n{keys}\n");

    [Theory]
    [InlineData("⟦POD1005⟧checks:")]
    [InlineData("checks: ⟦POD1003⟧[a]")]
    public void Checks_are_a_map(string keys) => GeneratorRun.ExpectMarked($"class: Row\ntable: row\nfields:\n  a: int\n{keys}\n");

    [Theory]
    [InlineData("tags: List<string>, serializationDataType=json, ⟦POD1309⟧indexed")]
    [InlineData("tags: List<string>, ⟦POD1309⟧unique")]
    [InlineData("name: string, ⟦POD1134⟧serializationDataType=json")]
    [InlineData("tags: List<string>, serializationDataType=⟦POD1009⟧xml")]
    [InlineData("other: Row?, relation, indexed, ⟦POD1123⟧serializationDataType=json")]
    [InlineData("id: int, ⟦POD1155⟧⟦POD1134⟧serializationDataType=json")]
    public void Field_options_that_cannot_be(string field) => GeneratorRun.ExpectMarked($"class: Row\ntable: row\nfields:\n  {field}\n");

    [Theory]
    [InlineData("serializationDataType: ⟦POD1009⟧xml")]
    [InlineData("managedMigration: ⟦POD1010⟧never")]
    public void Keys_that_cannot_be(string key) => GeneratorRun.ExpectMarked($"class: Row\ntable: row\n{key}\nfields:\n  name: string\n");

    [Fact]
    public void Options_of_every_index_type_are_read()
    {
        var indexes = Succeed("""
            class: Row
            table: row
            fields:
              name: string
              text: string?, column=body
              tags: List<string>
              gone: DateTime?, column=gone_at
            indexes:
              row_unique: {fields: [name, gone], unique: true, nulls_distinct: false}
              row_tags: {fields: tags, operatorClass: jsonbPathOps}
              row_alive: {fields: name, where: "{gone} is null and {name} <> '{};'"}
              row_text: {fields: 'name, text', type: fulltext, language: english, weights: 'a, B'}
            """).FindTable("row")!.Indexes;

        Assert.Equal(
            [
                new IndexSchema("row_pkey", "btree", ["id"], true, true),
                new IndexSchema("row_unique", "btree", ["name", "gone_at"], true, false) { NullsDistinct = false },
                new IndexSchema("row_tags", "gin", ["tags"], false, false) { OperatorClass = "jsonb_path_ops" },
                new IndexSchema("row_alive", "btree", ["name"], false, false) { Where = "\"gone_at\" is null and \"name\" <> '{};'" },
                new IndexSchema("row_text", "fulltext", ["name", "body"], false, false) { Language = "english", Weights = ["A", "B"] },
            ],
            indexes);
    }

    [Fact]
    public void Children_with_a_table_inherit_indexes_and_checks_of_parents_without()
    {
        var schema = Succeed("""
            === base.pod.yaml
            class: Base
            serializationDataType: json
            fields:
              name: string, indexed
              tags: List<string>
              points: int
            indexes:
              name_idx: {fields: 'points, id'}
            checks:
              points: '{points} >= 0'
            === left.pod.yaml
            class: Left
            extends: Base
            table: left
            fields:
              own: List<string>
            === right.pod.yaml
            class: Right
            extends: Base
            table: right
            indexes:
              right_points: {fields: points, type: hash}
            """);

        Assert.Equal(["left_pkey", "left__name__idx", "left_name_idx"], schema.FindTable("left")!.Indexes.Select(static index => index.Name));
        Assert.Equal(["right_pkey", "right__name__idx", "right_name_idx", "right_points"], schema.FindTable("right")!.Indexes.Select(static index => index.Name));
        Assert.Equal(["points", "id"], schema.FindTable("right")!.Indexes[2].Columns);
        Assert.Equal([new CheckSchema("left_points_check", "\"points\" >= 0")], schema.FindTable("left")!.Checks);
        Assert.Equal("json", schema.FindTable("left")!.FindColumn("tags")!.Type);
        Assert.Equal("jsonb", schema.FindTable("left")!.FindColumn("own")!.Type);
    }

    [Fact]
    public void Inherited_indexes_have_to_fit_every_child() => GeneratorRun.ExpectMarked("""
        === base.pod.yaml
        class: Base
        fields:
          name: string
        indexes:
          ⟦POD1304⟧name_is_indexed: {fields: name}
          ⟦POD1304⟧of_child: {fields: ⟦POD1306⟧own}
        checks:
          ⟦POD1320⟧name: '{name} > 3'
        === child.pod.yaml
        class: Child
        extends: Base
        table: child_with_a_table_name_that_is_as_long_as_tables_can_be
        fields:
          own: int
        === other.pod.yaml
        class: Other
        extends: Base
        table: other
        indexes:
          ⟦POD1303⟧other_of_child: {fields: name}
        checks:
          ⟦POD1320⟧name: '{name} > 4'
        """);

    [Fact]
    public void Options_of_a_relation_mean_its_key()
    {
        var schema = Succeed("""
            === town.pod.yaml
            class: Town
            table: town
            fields:
              mayor: Person?, relation(optional), unique
              visitors: List<Person>?, relation, indexed
            === person.pod.yaml
            class: Person
            table: person
            fields:
              home: Town?, relation(optional), indexed
              friendId: long?, relation(parent=person), indexed
            """);

        Assert.Equal(["town_pkey", "town__mayorId__unique_idx"], schema.FindTable("town")!.Indexes.Select(static index => index.Name));
        Assert.Equal(
            ["homeId", "friendId", "_townVisitorsTownId"],
            schema.FindTable("person")!.Indexes.Where(static index => !index.Primary).Select(static index => Assert.Single(index.Columns)).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void The_side_without_key_takes_no_index() => GeneratorRun.ExpectMarked("""
        === town.pod.yaml
        class: Town
        table: town
        fields:
          people: List<Person>?, relation(name=home), ⟦POD1123⟧indexed
        === person.pod.yaml
        class: Person
        table: person
        fields:
          home: Town?, relation(name=home)
        """);

    [Fact]
    public void A_key_without_index_is_worth_a_hint()
    {
        var result = GeneratorRun.ExpectMarked("""
            === town.pod.yaml
            class: Town
            table: town
            fields:
              ⟦POD1330⟧visitors: List<Person>?, relation
            === person.pod.yaml
            class: Person
            table: person
            fields:
              ⟦POD1330⟧home: Town?, relation
              ⟦POD1330⟧friendId: long?, relation(parent=person)
              work: Town?, relation
              play: Town?, relation
            indexes:
              person_friend: {fields: friendId, where: '{friendId} > 7'}
              person_work: {fields: 'workId, friendId'}
              person_play: {fields: playId, type: hash}
            === theirs.pod.yaml
            class: Theirs
            table: theirs
            managedMigration: false
            fields:
              home: Town?, relation
            """);

        Assert.Contains(result.Diagnostics, static item => item.Message.EndsWith("Add 'indexed' to 'home'.", StringComparison.Ordinal));
        Assert.Contains(result.Diagnostics, static item => item.Message.EndsWith("Add 'indexed' to 'visitors'.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_index_that_another_one_replaces_is_worth_a_hint() => GeneratorRun.ExpectMarked("""
        class: Row
        table: row
        fields:
          name: string, ⟦POD1331⟧indexed
          age: int, ⟦POD1331⟧unique
          tags: List<string>
        indexes:
          row_both: {fields: 'name, age'}
          ⟦POD1331⟧row_age: {fields: age}
          row_ages: {fields: age, unique: true, nulls_distinct: false}
          row_hash: {fields: name, type: hash}
          row_part: {fields: name, where: '{age} > 3'}
          ⟦POD1331⟧row_part2: {fields: name, where: '{age} > 3'}
          ⟦POD1331⟧row_id: {fields: id}
          row_tags: {fields: tags}
          row_paths: {fields: tags, operatorClass: jsonbPathOps}
          row_text: {fields: name, type: fulltext}
          row_english: {fields: name, type: fulltext, language: english}
        """);

    private static DatabaseSchema Succeed(string models)
    {
        var result = GeneratorRun.Of(models);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return result.Schema;
    }
}
