using Pod.Generator.Tests.Support;

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
    public void Indexes_that_cannot_be(string index) => GeneratorRun.ExpectMarked($"""
        class: Row
        table: row
        fields:
          name: string, unique
          tags: List<string>
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
}
