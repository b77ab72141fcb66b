# One addon. Each instruction set is an object of its own (a static library, because gyp has no flags per
# source file), so a wide instruction can never reach code that runs before the CPU was asked what it has.
# Flags stand in each target, not in target_defaults: Node's own defaults (another -std) would come after those.
# On macOS gyp reads only xcode_settings.
{
  "variables": {
    "variables": {"sanitize%": "no"},
    "sanitize%": "<(sanitize)",
    "cxx_flags": [
      "-O3", "-std=c++17", "-fno-exceptions", "-fno-rtti", "-fvisibility=hidden",
      "-fno-math-errno", "-fno-trapping-math", "-ffp-contract=fast", "-Wno-psabi",
    ],
    "avx2_flags": ["-mavx2", "-mfma", "-mf16c"],
    "avx512_flags": [
      "-mavx512f", "-mavx512dq", "-mavx512bw", "-mavx512vl", "-mprefer-vector-width=512", "-mfma",
    ],
    "isa_libraries": ["isa_baseline"],
    "conditions": [
      ["target_arch=='x64'", {"isa_libraries": ["isa_avx2", "isa_avx512"]}],
      ["target_arch=='arm64'", {"isa_libraries": ["isa_neon"]}],
      ["sanitize=='address'", {
        "cxx_flags": ["-O1", "-gline-tables-only", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
        # What is undefined in a kernel is so in the baseline too, which isa.test.ts runs; to look for it in every
        # instruction set takes the compiler minutes more.
        "avx2_flags": ["-fno-sanitize=undefined"],
        "avx512_flags": ["-fno-sanitize=undefined"],
      }],
      ["sanitize=='thread'", {"cxx_flags": ["-O1", "-g1", "-fsanitize=thread"]}],
    ],
  },
  "target_defaults": {
    "defines": ["NAPI_VERSION=8", "NODE_ADDON_API_DISABLE_DEPRECATED", "NODE_ADDON_API_DISABLE_CPP_EXCEPTIONS"],
    "xcode_settings": {"MACOSX_DEPLOYMENT_TARGET": "11.0"},
  },
  "targets": [
    {
      "target_name": "descend",
      "sources": ["native/addon.cpp", "native/exec.cpp", "native/threads.cpp"],
      "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")"],
      "dependencies": ["random", "<@(isa_libraries)"],
      "ldflags": ["-pthread"],
      "conditions": [
        ["sanitize=='address'", {"ldflags": ["-fsanitize=address,undefined", "-shared-libasan"]}],
        ["sanitize=='thread'", {"ldflags": ["-fsanitize=thread"]}],
      ],
      "cflags_cc": ["<@(cxx_flags)"],
      "xcode_settings": {"OTHER_CPLUSPLUSFLAGS": ["<@(cxx_flags)"]},
    },
    {
      # Fused multiply-adds would give other bits on CPUs that always have them (arm64).
      "target_name": "random",
      "type": "static_library",
      "sources": ["native/random.cpp"],
      "cflags_cc": ["<@(cxx_flags)", "-ffp-contract=off"],
      "xcode_settings": {"OTHER_CPLUSPLUSFLAGS": ["<@(cxx_flags)", "-ffp-contract=off"]},
    },
    {
      "target_name": "isa_baseline",
      "type": "static_library",
      "sources": ["native/isa/baseline.cpp"],
      "cflags_cc": ["<@(cxx_flags)"],
      "xcode_settings": {"OTHER_CPLUSPLUSFLAGS": ["<@(cxx_flags)"]},
    },
  ],
  "conditions": [
    ["target_arch=='x64'", {
      "targets": [
        {
          "target_name": "isa_avx2",
          "type": "static_library",
          "sources": ["native/isa/avx2.cpp"],
          "cflags_cc": ["<@(cxx_flags)", "<@(avx2_flags)"],
          "xcode_settings": {"OTHER_CPLUSPLUSFLAGS": ["<@(cxx_flags)", "<@(avx2_flags)"]},
        },
        {
          "target_name": "isa_avx512",
          "type": "static_library",
          "sources": ["native/isa/avx512.cpp"],
          "cflags_cc": ["<@(cxx_flags)", "<@(avx512_flags)"],
          "xcode_settings": {"OTHER_CPLUSPLUSFLAGS": ["<@(cxx_flags)", "<@(avx512_flags)"]},
        },
      ],
    }],
    ["target_arch=='arm64'", {
      "targets": [
        {
          "target_name": "isa_neon",
          "type": "static_library",
          "sources": ["native/isa/neon.cpp"],
          "cflags_cc": ["<@(cxx_flags)"],
          "xcode_settings": {"OTHER_CPLUSPLUSFLAGS": ["<@(cxx_flags)"]},
        },
      ],
    }],
  ],
}
