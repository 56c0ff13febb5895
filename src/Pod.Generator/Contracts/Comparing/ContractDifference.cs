using Pod.Generator.Diagnostics;

namespace Pod.Generator;

/// <summary>A difference between the contract that clients were made from and the one that a server offers.</summary>
/// <param name="Rule">Its kind.</param>
/// <param name="Impact">What it does to those clients.</param>
/// <param name="Subject">The member: <c>ticket/close</c>, <c>ticket/close(note)</c>, <c>Ticket</c>, <c>Ticket.note</c>.</param>
/// <param name="Message">Both versions, the reason, and the way out.</param>
public sealed record ContractDifference(DiagnosticDescriptor Rule, ContractImpact Impact, string Subject, string Message)
{
    /// <summary>Gets the stable id.</summary>
    public string Id => Rule.Id;
}
