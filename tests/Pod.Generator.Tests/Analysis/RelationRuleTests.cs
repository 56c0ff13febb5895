using Pod.Generator.Model;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Analysis;

public sealed class RelationRuleTests
{
    private const string Company = """

        === company.pod.yaml
        class: Company
        table: company
        fields:
          name: string
        === plain.pod.yaml
        class: Plain
        """;

    [Theory]
    [InlineData("company: ⟦POD1202⟧Company, relation")]
    [InlineData("plain: ⟦POD1203⟧Plain?, relation")]
    [InlineData("companyId: long, ⟦POD1204⟧relation")]
    [InlineData("company: Company?, relation(⟦POD1205⟧parent=company)")]
    [InlineData("companyId: long, relation(parent=⟦POD1206⟧compny)")]
    [InlineData("companyId: long, relation(parent=company, ⟦POD1209⟧optional)")]
    [InlineData("companyId: long\n  company: Company?, relation(field=companyId, ⟦POD1210⟧optional)")]
    [InlineData("companies: List<Company>?, relation(⟦POD1211⟧field=x)")]
    [InlineData("companyId: ⟦POD1214⟧string\n  company: Company?, relation(field=companyId)")]
    [InlineData("companyId: long, !persist\n  ⟦POD1213⟧company: Company?, relation(field=companyId)")]
    [InlineData("⟦POD1216⟧company: Company?, relation(name=lost)")]
    [InlineData("company: Company?, relation(⟦POD1223⟧onDelte=cascade)")]
    [InlineData("company: Company?, relation(onDelete=⟦POD1009⟧remove)")]
    [InlineData("company: Company?, relation, ⟦POD1123⟧persist")]
    [InlineData("⟦POD1220⟧company: Company?, relation, scope=serverOnly")]
    [InlineData("company: Company?, relation(optional), scope=serverOnly, indexed")]
    [InlineData("company: Company?, relation(onDelete=⟦POD1221⟧setNull), indexed")]
    [InlineData("company: Company?, relation(onUpdate=⟦POD1221⟧setDefault), indexed")]
    [InlineData("company: Company?, relation(optional, onDelete=setNull), indexed")]
    public void Relations_that_cannot_be(string fields) => GeneratorRun.ExpectMarked($"""
        === person.pod.yaml
        class: Person
        table: person
        fields:
          {fields}
        """ + Company);

    [Fact]
    public void A_relation_needs_a_table() => GeneratorRun.ExpectMarked("""
        === person.pod.yaml
        class: Person
        fields:
          company: Company?, ⟦POD1201⟧relation
        """ + Company);

    [Theory]
    [InlineData("⟦POD1217⟧bs: List<Right>?, relation(name=n)", "as: List<Left>?, relation(name=n)")]
    [InlineData("⟦POD1218⟧b: Right?, relation(name=n)", "⟦POD1218⟧a: Left?, relation(name=n)")]
    [InlineData("⟦POD1212⟧b: Right?, relation(name=n, field=bId)", "⟦POD1212⟧a: Left?, relation(name=n, field=aId)")]
    [InlineData("⟦POD1215⟧b: Right?, relation(name=n, field=bId)", "a: Left?, relation(name=n)")]
    [InlineData("bs: List<Right>?, relation(name=n, ⟦POD1208⟧onDelete=cascade)", "a: Left?, relation(name=n)")]
    public void Two_sides_that_do_not_fit(string first, string second) => GeneratorRun.ExpectMarked($"""
        === a.pod.yaml
        class: Left
        table: a
        fields:
          {first}
        === b.pod.yaml
        class: Right
        table: b
        fields:
          {second}
        """);

    [Fact]
    public void An_object_relation_adds_its_key()
    {
        var result = GeneratorRun.ExpectMarked("""
            === person.pod.yaml
            class: Person
            table: person
            fields:
              company: Company?, relation(optional, onDelete=setNull), indexed
            """ + Company);

        var person = result.Project.Class("Person");
        var key = person.Fields.Single(static field => field.Name == "companyId");
        Assert.True(key is { IsStored: true, Type: { Kind: TypeKind.Int64, IsNullable: true } });
        Assert.Equal(new RelationDefinition(RelationKind.ToOne, "Company", "companyId", OwnsKey: true), person.Fields[^1].Relation);
        Assert.Equal("company", Assert.Single(person.ForeignKeys).TargetTable);
    }

    [Fact]
    public void A_list_relation_without_partner_adds_a_hidden_column()
    {
        var result = GeneratorRun.ExpectMarked("""
            === company.pod.yaml
            class: Company
            table: company
            fields:
              employees: List<Person>?, relation, indexed
            === person.pod.yaml
            class: Person
            table: person
            """);

        var hidden = result.Project.Class("Person").Fields[^1];
        Assert.Equal("_companyEmployeesCompanyId", hidden.Name);
        Assert.True(hidden is { IsHiddenKey: true, IsMember: false, Type.IsNullable: true });
    }

    [Fact]
    public void A_list_and_an_object_share_one_key()
    {
        var result = GeneratorRun.ExpectMarked("""
            === company.pod.yaml
            class: Company
            table: company
            fields:
              employees: List<Person>?, relation(name=works_at)
            === person.pod.yaml
            class: Person
            table: person
            fields:
              employer: Company?, relation(name=works_at), indexed
            """);

        Assert.Equal(new RelationDefinition(RelationKind.ToMany, "Person", "employerId", OwnsKey: false), result.Project.Class("Company").Fields[^1].Relation);
    }

    [Fact]
    public void A_parent_without_table_gives_its_relations_to_each_child_that_has_one()
    {
        var result = GeneratorRun.ExpectMarked("""
            === written.pod.yaml
            class: Written
            fields:
              author: Person?, relation(name=author), indexed
              likes: List<Like>?, relation, indexed
            === post.pod.yaml
            class: Post
            extends: Written
            table: post
            === note.pod.yaml
            class: Note
            extends: Written
            table: note
            === like.pod.yaml
            class: Like
            table: like
            === person.pod.yaml
            class: Person
            table: person
            fields:
              posts: List<Post>?, relation(name=author)
              notes: List<Note>?, relation(name=author)
            """);

        Assert.Empty(result.Project.Class("Written").ForeignKeys);
        Assert.Equal("authorId", result.Project.Class("Written").Fields[0].Name);
        foreach (var (child, likes) in new[] { ("Post", "_postLikesPostId"), ("Note", "_noteLikesNoteId") })
        {
            var model = result.Project.Class(child);
            Assert.Equal(new ForeignKeyDefinition("authorId", "person", default, default, default), Assert.Single(model.ForeignKeys));
            Assert.Equal(["authorId", likes], model.RelationFields.Select(static field => field.Relation!.KeyField));
            Assert.Contains(result.Project.Class("Like").Fields, field => field.Name == likes && field.IsStored);
        }

        Assert.Equal(["Post", "Note"], result.Project.Class("Person").RelationFields.Select(static field => field.Relation!.Target));
    }
}
