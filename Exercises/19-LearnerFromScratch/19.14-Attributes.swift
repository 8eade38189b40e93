// Exercise 19.14 · getattr and GetAttr
// Section 19.7, questions 19.24 and 19.27: Chapters/19-LearnerFromScratch/07-Callbacks.swift

import Practice

/// An object in Python's manner: attributes by name, and another object to which reading is forwarded. All of the trap
/// that the page describes is in here: reading is forwarded, writing is not.
public final class Attributes {
    private var own: [String: Float]
    private let fallback: Attributes?

    public init(_ own: [String: Float], fallback: Attributes? = nil) { (self.own, self.fallback) = (own, fallback) }

    /// The attribute of this name: the object's own; or else what the fallback has, or the fallback's fallback, and so
    /// on; or else the default. (Python's `getattr(object, name, default)`.)
    public func attribute(_ name: String, default value: Float) throws -> Float {
        throw Unanswered("19.14")
    }

    /// Sets an attribute of this object, whether or not it has one of that name. No other object changes.
    public func set(_ name: String, to value: Float) throws {
        throw Unanswered("19.14")
    }

    /// Removes the object's own attribute, so that one of the fallback shows again. Tells whether it had one.
    public func remove(_ name: String) throws -> Bool {
        throw Unanswered("19.14")
    }
}
