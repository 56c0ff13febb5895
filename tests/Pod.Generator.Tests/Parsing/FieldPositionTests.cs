using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Parsing;

/// <summary>Diagnostics point at the smallest offending part, however the field is written.</summary>
public sealed class FieldPositionTests
{
    [Theory]
    [InlineData("a: string, ⟦POD1120⟧defualt='x'")]
    [InlineData("a: string, default='x', ⟦POD1121⟧default='y'")]
    [InlineData("a: int, ⟦POD1122⟧!default=3")]
    [InlineData("a: Map<string, ⟦POD1102⟧Strin>")]
    [InlineData("a: ⟦POD1103⟧List")]
    [InlineData("a: ⟦POD1103⟧Map<string>")]
    [InlineData("a: ⟦POD1104⟧string<int>")]
    [InlineData("a: ⟦POD1105⟧List<int")]
    [InlineData("a: ⟦POD1106⟧Vector")]
    [InlineData("a: Vector(⟦POD1106⟧0)")]
    [InlineData("a: List<Vector(⟦POD1106⟧16001)>")]
    [InlineData("a: ⟦POD1105⟧string(3)")]
    [InlineData("a: ⟦POD1105⟧decimal(2,3)")]
    [InlineData("a: decimal(10, 2)")]
    [InlineData("a: ⟦POD1105⟧()")]
    [InlineData("a: ⟦POD1105⟧(int")]
    [InlineData("a: (int, {⟦POD1102⟧strin b})")]
    [InlineData("a: ({int a, Map<string, List<int>>? b})?")]
    [InlineData("a: Bit(3)?, ⟦POD1160⟧default='101'")]
    [InlineData("a: List<⟦POD1101⟧>")]
    [InlineData("a: Map<⟦POD1111⟧string?, int>")]
    [InlineData("a:⟦POD1101⟧")]
    [InlineData("a: 'string, ⟦POD1120⟧nope'")]
    [InlineData("a: string?, scope=⟦POD1009⟧nobody")]
    [InlineData("a: string,\n    default='x',\n    ⟦POD1120⟧nope")]
    [InlineData("a: {type: string, ⟦POD1120⟧nope: 3}")]
    public void Inline_and_map_fields(string field) => GeneratorRun.ExpectMarked($"class: Row\nfields:\n  {field}\n");
}
