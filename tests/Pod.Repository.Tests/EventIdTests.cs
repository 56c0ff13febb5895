using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>An event id means one message of its package, and the comment of its class says which hundred belongs to what.</summary>
public sealed class EventIdTests
{
    [Fact]
    public void Event_ids_are_unique_in_their_package() => Violations.None(
        "Give each log message an id of its own.",
        from message in LogMessages()
        group message by (Package: message.File.Split('/')[1], message.Id) into same
        where same.Count() > 1
        select $"{same.Key.Package} {same.Key.Id}: {string.Join(", ", same.Select(static message => message.File))}");

    [Fact]
    public void Event_ids_are_in_a_range_that_their_class_states() => Violations.None(
        "State the hundred and what it is for in the summary of the class, as in '2100 streams'.",
        from message in LogMessages()
        let hundred = message.Id / 100 * 100
        where !message.ClassComment.Contains(hundred.ToString(CultureInfo.InvariantCulture) + " ", StringComparison.Ordinal)
        select $"{message.File}: {message.Id}");

    [Fact]
    public void There_are_log_messages() => Assert.NotEmpty(LogMessages());

    private static IEnumerable<(string File, int Id, string ClassComment)> LogMessages() =>
        from file in RepositoryFiles.HandWritten("src")
        from attribute in CSharpSource.Parse(file).DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "LoggerMessage"
        let owner = attribute.Ancestors().OfType<TypeDeclarationSyntax>().First()
        select (file, EventId(attribute), owner.GetLeadingTrivia().ToFullString());

    // [LoggerMessage(2000, …)] or [LoggerMessage(EventId = 2000, …)]
    private static int EventId(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var id = arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.Text == "EventId") ?? arguments[0];
        Assert.True(id.Expression.IsKind(SyntaxKind.NumericLiteralExpression), $"{attribute}: the event id is a number, written out.");
        return int.Parse(id.Expression.ToString(), CultureInfo.InvariantCulture);
    }
}
