// A chapter of answers that behave badly, to try the board on.

import Foundation
import Practice

let checks99 = [
    Check("99.1", "solved", "") { _ in print("a line from the reader") },
    Check("99.2", "unanswered", "") { _ in throw Unanswered("99.2") },
    Check("99.3", "wrong", "") { try expectEqual($0, "right", "answer") },
    Check("99.4", [Int](), []) {
        print("before"); print($0[7])
    },
    Check("99.5", "never ends", "") { _ in while true { print("on and on") } },
    Check("99.6", "leaves", "") { _ in exit(0) },
    Check("99.7", "stops with a message", "") { _ in
        FileHandle.standardError.write(Data("\nmatmul: inner sizes differ\n  try: a transpose\nmore\n".utf8))
        exit(1)
    },
]

@main enum Checks99 {
    static func main() { runCheck(of: checks99) }
}
