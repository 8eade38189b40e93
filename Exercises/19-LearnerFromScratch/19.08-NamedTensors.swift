// Exercise 19.8 · Names for all parameters
// Section 19.3, question 19.15: Chapters/19-LearnerFromScratch/03b-Module.swift

import Practice
import Tensors

/// All tensors in an object, with the way to each: "layers.0.weight". Nothing has to be registered, and lists are seen.
///
/// Look into the stored properties of objects (those of superclasses first) and structs, into optionals, arrays and
/// tuples, at any depth, in their order. A property adds its name to the way, an element of an array its number, an
/// element of a tuple its label or its number, and an optional nothing. Parts of the way are joined by dots; a tensor
/// that is given itself has the empty name. Do not look into tensors, dictionaries, sets or closures.
///
/// An object that several ways lead to is looked at once, by the first of them. So tied weights are listed once, and a
/// child that knows its parent is no trap.
public func namedTensors(in thing: Any) throws -> [(name: String, tensor: Tensor)] {
    throw Unanswered("19.8")
}
