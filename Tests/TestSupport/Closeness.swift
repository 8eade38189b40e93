import Testing
import Tensors
public func foo(_ a: Int, sourceLocation: SourceLocation = #_sourceLocation) { #expect(a == 1, "x", sourceLocation: sourceLocation) }
