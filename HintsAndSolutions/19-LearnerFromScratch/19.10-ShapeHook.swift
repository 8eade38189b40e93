// Nudge: What a closure mentions stays alive with it, also a variable of the function that made it.
// Idea: Keep the last line in a variable outside of the closure, and compare each new line with it.
// Almost: The variable is made in `shapeHook`, before `return`, and the closure that is returned reads and changes it.
//   It begins as something that no line can be, such as an empty text. Both shapes are in the line, so a change of
//   either is seen.

import Tensors

public func shapeHook(
    _ name: String, write: @escaping (_ line: String) -> Void
) throws -> (_ output: Tensor, _ input: Tensor) -> Void {
    var last = ""
    return { output, input in
        let line = "\(name): \(input.shape) → \(output.shape)"
        if line != last { write(line) }
        last = line
    }
}
