// Nudge: One function that calls itself with whatever it finds. What must it be told besides the thing? The way so far,
//   and which objects have been seen.
// Idea: `Mirror(reflecting: thing).displayStyle` says what a thing is: `.class`, `.struct`, `.optional`, `.collection`,
//   `.tuple`. The children of a mirror have labels where there are names; the labels of an unnamed tuple begin with a
//   dot.
// Almost: For a class, go up `superclassMirror` and put the children of superclasses in front. Keep an
//   `inout Set<ObjectIdentifier>`, and return at once where `insert(…).inserted` is false.

import Tensors

public func namedTensors(in thing: Any) throws -> [(name: String, tensor: Tensor)] {
    var seen: Set<ObjectIdentifier> = []
    return find(thing, [], &seen)
}

private func find(
    _ thing: Any, _ way: [String], _ seen: inout Set<ObjectIdentifier>
) -> [(name: String, tensor: Tensor)] {
    if let tensor = thing as? Tensor { return [(way.joined(separator: "."), tensor)] }
    let mirror = Mirror(reflecting: thing)
    switch mirror.displayStyle {
    case .class:
        if !seen.insert(ObjectIdentifier(thing as AnyObject)).inserted { return [] }
    case .struct, .collection, .tuple, .optional: break
    default: return []
    }
    var (children, superclass) = (Array(mirror.children), mirror.superclassMirror)
    while let current = superclass {
        children = Array(current.children) + children
        superclass = current.superclassMirror
    }
    var found: [(name: String, tensor: Tensor)] = []
    for (number, child) in children.enumerated() {
        let label = child.label.map { String($0.drop { $0 == "." }) } ?? "\(number)"
        found += find(child.value, mirror.displayStyle == .optional ? way : way + [label], &seen)
    }
    return found
}
