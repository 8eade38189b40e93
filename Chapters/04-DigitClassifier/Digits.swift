import Datasets
import Foundation
import Tensors
struct DigitSource { var name = "generated digits"; init(_ l: DataLocator) throws {}
 func load() throws -> ThreesAndSevens { ThreesAndSevens() } }
struct ThreesAndSevens { var folder: URL? = nil; var summary = "x"; 
 var train = (threes: ByteTensor(repeating: 3, shape: [100, 28, 28]), sevens: ByteTensor(repeating: 7, shape: [110, 28, 28])) 
 var valid = (threes: ByteTensor(repeating: 3, shape: [50, 28, 28]), sevens: ByteTensor(repeating: 7, shape: [40, 28, 28])) }
