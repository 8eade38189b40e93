import Exercises06
import Practice
import Solutions06

let countedLabels = Check(
    "6.1", answer("labelCounts(_:)", Exercises06.labelCounts(_:), Solutions06.labelCounts(_:))
) { labelCounts in
    try expectEqual(
        labelCounts("fname,labels,is_valid\n1.jpg,cat dog,False\n2.jpg,dog,True\n3.jpg,,False\n"), ["cat": 1, "dog": 1])
    // Another order of columns, one more of them, an empty line, no line end.
    try expectEqual(
        labelCounts(
            "is_valid,fname,year,labels\nFalse,1.jpg,2007,car\n\nFalse,2.jpg,2007,person car\nTrue,3.jpg,2007,bus"),
        ["car": 2, "person": 1])
    try expectEqual(labelCounts("fname,labels,is_valid\n1.jpg,cat,True\n"), [:])
    try expectEqual(labelCounts("fname,labels,is_valid\n"), [:])
    for text in [
        "", "fname,is_valid\n1.jpg,False\n", "fname,labels\n1.jpg,cat\n", "fname,labels,is_valid\n1.jpg,cat\n",
    ] {
        try expect(labelCounts(text), "nil") { $0 == nil }
    }
}
