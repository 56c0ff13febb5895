using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Analysis;

public sealed class NameRuleTests
{
    [Theory]
    [InlineData("class: ⟦POD1014⟧todo")]
    [InlineData("class: ⟦POD1014⟧To-do")]
    [InlineData("class: ⟦POD1015⟧List")]
    [InlineData("class: ⟦POD1015⟧Protocol")]
    [InlineData("class: A\ntable: ⟦POD1017⟧Todo")]
    [InlineData("class: A\ntable: ⟦POD1020⟧pod_a")]
    [InlineData("class: A\ntable: ⟦POD1019⟧a23456789_123456789_123456789_123456789_123456789_1234567")]
    [InlineData("=== a.pod.yaml\nclass: A\n=== b.pod.yaml\nclass: ⟦POD1016⟧A")]
    [InlineData("=== a.pod.yaml\nclass: Ab\n=== b.pod.yaml\nclass: ⟦POD1013⟧AB")]
    [InlineData("=== a.pod.yaml\nclass: A\ntable: x\n=== b.pod.yaml\nclass: B\ntable: ⟦POD1018⟧x")]
    [InlineData("=== a.pod.yaml\nclass: A\ntable: x\n=== b.pod.yaml\nclass: ⟦POD1015⟧ATable")]
    public void Type_and_table_names(string text) => GeneratorRun.ExpectMarked(text);

    [Theory]
    [InlineData("⟦POD1115⟧1st: string")]
    [InlineData("⟦POD1115⟧a-b: string")]
    [InlineData("⟦POD1116⟧FirstName: string")]
    [InlineData("⟦POD1117⟧toJson: string")]
    [InlineData("⟦POD1119⟧equals: string")]
    [InlineData("⟦POD1119⟧a: string")]
    [InlineData("firstName: string\n  ⟦POD1116⟧⟦POD1113⟧first_name: string")]
    [InlineData("x: string\n  ⟦POD1139⟧y: int, jsonKey=x")]
    public void Field_names(string fields) =>
        GeneratorRun.ExpectMarked($"class: A\nfields:\n  {fields}\n");

    [Theory]
    [InlineData("values: [a, ⟦POD1052⟧a]")]
    [InlineData("values: [in_progress, ⟦POD1052⟧inProgress]")]
    [InlineData("values: [⟦POD1051⟧1st]")]
    [InlineData("values: ⟦POD1050⟧a, b")]
    [InlineData("⟦POD1005⟧values:")]
    [InlineData("values: [a]\ndefault: ⟦POD1054⟧b")]
    [InlineData("values: [a]\nserialized: ⟦POD1009⟧byValue")]
    public void Enums(string rest) => GeneratorRun.ExpectMarked($"enum: A\n{rest}\n");

    [Theory]
    [InlineData("properties: ⟦POD1055⟧x", "[a]")]
    [InlineData("properties: {⟦POD1056⟧Weight: int}", "[a]")]
    [InlineData("properties: {⟦POD1056⟧toString: int}", "[a]")]
    [InlineData("properties: {weight: ⟦POD1057⟧decimal}", "[a]")]
    [InlineData("properties: {weight: 'int, ⟦POD1058⟧unique'}", "[a]")]
    [InlineData("properties: {weight: int}", "[⟦POD1059⟧a]")]
    [InlineData("properties: {weight: 'int, default=1'}", "[{a: {⟦POD1060⟧wieght: 2}}]")]
    [InlineData("properties: {weight: int}", "[{a: {weight: ⟦POD1061⟧heavy}}]")]
    [InlineData("properties: {weight: int}", "[{a: {weight: ⟦POD1061⟧'1'}}]")]
    [InlineData("properties: {weight: 'int, default=⟦POD1163⟧x'}", "[a]")]
    [InlineData("properties: {weight: int?, label: 'string, default=\"x\"'}", "[a, {b: {weight: 3, label: l}}, {c: }]")]
    public void Enum_properties(string properties, string values) => GeneratorRun.ExpectMarked($"enum: Sample\n{properties}\nvalues: {values}\n");

    [Fact]
    public void An_enum_without_values_points_at_its_name() => GeneratorRun.ExpectMarked("enum: ⟦POD1005⟧A\n");
}
