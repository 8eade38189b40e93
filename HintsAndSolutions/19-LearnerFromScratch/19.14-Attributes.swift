// Nudge: Who knows what the fallback would answer? Ask it the same question.
// Idea: Reading is recursive: my own, or what the fallback says to the same name and default, or, without a fallback,
//   the default. Writing and removing know only `own`.
// Almost: `own[name] ?? fallback?.attribute(…) ?? value` says it nearly; the call needs a `try`. A dictionary's
//   `removeValue(forKey:)` returns nil if there was nothing.

public final class Attributes {
    private var own: [String: Float]
    private let fallback: Attributes?

    public init(_ own: [String: Float], fallback: Attributes? = nil) { (self.own, self.fallback) = (own, fallback) }

    public func attribute(_ name: String, default value: Float) throws -> Float {
        if let found = own[name] { return found }
        return try fallback?.attribute(name, default: value) ?? value
    }

    public func set(_ name: String, to value: Float) throws { own[name] = value }

    public func remove(_ name: String) throws -> Bool { own.removeValue(forKey: name) != nil }
}
