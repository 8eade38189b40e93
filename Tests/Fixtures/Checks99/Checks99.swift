// A chapter of answers that behave badly, to try the board on.

import Foundation
import Practice

let checks99 = [
    badly("99.1") { print("a line from the reader") },
    badly("99.2") { throw Unanswered("99.2") },
    Check("99.3", answer("spell()", { "wrong" }, { "right" })) { spell in try expectEqual(spell(), "right") },
    badly("99.4") {
        print("before"); print([Int]()[7])
    },
    badly("99.5") { while true { print("on and on") } },
    badly("99.6") { exit(0) },
    badly("99.7") {
        FileHandle.standardError.write(Data("\nmatmul: inner sizes differ\n  try: a transpose\nmore\n".utf8))
        exit(1)
    },
]

private func badly(_ id: String, _ behave: @escaping @Sendable () throws -> Void) -> Check {
    Check(id, Answer<@Sendable () throws -> Void>(behave, {})) { try $0() }
}

@main enum Checks99 {
    static func main() { runCheck(of: checks99) }
}
