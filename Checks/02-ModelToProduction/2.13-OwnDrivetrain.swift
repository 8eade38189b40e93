import Exercises02
import Practice
import Solutions02

let ownDrivetrain = Check(
    "2.13", answer("myDrivetrain()", Exercises02.myDrivetrain, Solutions02.myDrivetrain)
) { myDrivetrain in
    let found = try myDrivetrain()
    try expectEqual(found.its("steps") { $0.map(\.step) }, ["objective", "levers", "data", "models"])
    for place in 0..<4 {
        let step = found.value[place].step
        try expect(
            found.its("words of “\(step)”") { $0[place].words.split(whereSeparator: \.isWhitespace).count },
            "at least 8"
        ) { $0 >= 8 }
    }
    try expectEqual(found.its("different texts") { Set($0.map(\.words)).count }, 4)
    try expect(
        found.its("words of the levers") { $0[1].words.lowercased() }, "two things that you could do, with “or” between"
    ) { $0.split { !$0.isLetter }.contains("or") }
}
