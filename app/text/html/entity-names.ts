/** Names of characters in HTML beside those of Latin-1: all of HTML 4, letters of Latin and Cyrillic, punctuation and common signs of HTML 5. */
export const ENTITY_NAMES = `
  Alpha=Α Beta=Β Chi=Χ Dagger=‡ Delta=Δ Epsilon=Ε Eta=Η Gamma=Γ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν OElig=Œ
  Omega=Ω Omicron=Ο Phi=Φ Pi=Π Prime=″ Psi=Ψ Rho=Ρ Scaron=Š Sigma=Σ Tau=Τ Theta=Θ Upsilon=Υ Xi=Ξ Yuml=Ÿ Zeta=Ζ
  alefsym=ℵ alpha=α and=∧ ang=∠ asymp=≈ bdquo=„ beta=β bull=• cap=∩ chi=χ circ=ˆ clubs=♣ cong=≅ crarr=↵ cup=∪
  dArr=⇓ dagger=† darr=↓ delta=δ diams=♦ empty=∅ epsilon=ε equiv=≡ eta=η euro=€ exist=∃ fnof=ƒ forall=∀
  frasl=⁄ gamma=γ ge=≥ hArr=⇔ harr=↔ hearts=♥ hellip=… image=ℑ infin=∞ int=∫ iota=ι isin=∈ kappa=κ lArr=⇐
  lambda=λ lang=⟨ larr=← lceil=⌈ ldquo=“ le=≤ lfloor=⌊ lowast=∗ loz=◊ lsaquo=‹ lsquo=‘ mdash=— minus=− mu=μ
  nabla=∇ ndash=– ne=≠ ni=∋ notin=∉ nsub=⊄ nu=ν oelig=œ oline=‾ omega=ω omicron=ο oplus=⊕ or=∨ otimes=⊗ part=∂
  permil=‰ perp=⊥ phi=φ pi=π piv=ϖ prime=′ prod=∏ prop=∝ psi=ψ rArr=⇒ radic=√ rang=⟩ rarr=→ rceil=⌉ rdquo=”
  real=ℜ rfloor=⌋ rho=ρ rsaquo=› rsquo=’ sbquo=‚ scaron=š sdot=⋅ sigma=σ sigmaf=ς sim=∼ spades=♠ sub=⊂ sube=⊆
  sum=∑ sup=⊃ supe=⊇ tau=τ there4=∴ theta=θ thetasym=ϑ tilde=˜ trade=™ uArr=⇑ uarr=↑ upsih=ϒ upsilon=υ
  weierp=℘ xi=ξ zeta=ζ AMP=& Abreve=Ă Acy=А Amacr=Ā Aogon=Ą Bcy=Б CHcy=Ч Cacute=Ć Ccaron=Č Ccirc=Ĉ Cdot=Ċ
  CloseCurlyDoubleQuote=” CloseCurlyQuote=’ Copf=ℂ DJcy=Ђ DScy=Ѕ DZcy=Џ Dcaron=Ď Dcy=Д DiacriticalGrave=\`
  DoubleRightArrow=⇒ DownArrow=↓ Dstrok=Đ ENG=Ŋ Ecaron=Ě Ecy=Э Edot=Ė Emacr=Ē EmptyVerySmallSquare=▫ Eogon=Ę
  Fcy=Ф FilledVerySmallSquare=▪ GJcy=Ѓ GT=> Gbreve=Ğ Gcedil=Ģ Gcirc=Ĝ Gcy=Г Gdot=Ġ GreaterEqual=≥ HARDcy=Ъ
  Hat=^ Hcirc=Ĥ Hfr=ℌ HilbertSpace=ℋ Hopf=ℍ Hscr=ℋ Hstrok=Ħ IEcy=Е IJlig=Ĳ IOcy=Ё Icy=И Idot=İ Ifr=ℑ Im=ℑ
  Imacr=Ī Implies=⇒ Iogon=Į Iscr=ℐ Itilde=Ĩ Iukcy=І Jcirc=Ĵ Jcy=Й Jsercy=Ј Jukcy=Є KHcy=Х KJcy=Ќ Kcedil=Ķ
  Kcy=К LJcy=Љ LT=< Lacute=Ĺ Laplacetrf=ℒ Lcaron=Ľ Lcedil=Ļ Lcy=Л LeftArrow=← Lmidot=Ŀ Lscr=ℒ Lstrok=Ł Mcy=М
  NJcy=Њ Nacute=Ń Ncaron=Ň Ncedil=Ņ Ncy=Н Nopf=ℕ NotEqual=≠ Ocy=О Odblac=Ő Omacr=Ō OpenCurlyDoubleQuote=“
  OpenCurlyQuote=‘ Pcy=П Poincareplane=ℌ Popf=ℙ QUOT=" Qopf=ℚ Racute=Ŕ Rcaron=Ř Rcedil=Ŗ Rcy=Р Re=ℜ Rfr=ℜ
  RightArrow=→ Rightarrow=⇒ Ropf=ℝ Rscr=ℛ SHCHcy=Щ SHcy=Ш SOFTcy=Ь Sacute=Ś Scedil=Ş Scirc=Ŝ Scy=С
  ShortDownArrow=↓ ShortLeftArrow=← ShortRightArrow=→ ShortUpArrow=↑ Sqrt=√ Square=□ TRADE=™ TSHcy=Ћ TScy=Ц
  Tcaron=Ť Tcedil=Ţ Tcy=Т TildeTilde=≈ Tstrok=Ŧ Ubrcy=Ў Ubreve=Ŭ Ucy=У Udblac=Ű Umacr=Ū UnderBar=_ Uogon=Ų
  UpArrow=↑ Uring=Ů Utilde=Ũ Vcy=В Verbar=‖ Vert=‖ VerticalLine=| Wcirc=Ŵ YAcy=Я YIcy=Ї YUcy=Ю Ycirc=Ŷ Ycy=Ы
  ZHcy=Ж Zacute=Ź Zcaron=Ž Zcy=З Zdot=Ż abreve=ă acy=а amacr=ā aogon=ą ap=≈ apos=' approx=≈ ast=* backprime=‵
  bcy=б bigstar=★ blacksquare=▪ bprime=‵ bsol=\\ bullet=• cacute=ć ccaron=č ccirc=ĉ cdot=ċ chcy=ч check=✓
  checkmark=✓ cir=○ colon=: comma=, commat=@ complexes=ℂ copysr=℗ cross=✗ dash=‐ dcaron=ď dcy=д ddagger=‡
  djcy=ђ dollar=$ downarrow=↓ dscy=ѕ dstrok=đ dzcy=џ ecaron=ě ecy=э edot=ė ell=ℓ emacr=ē eng=ŋ eogon=ę
  equals== excl=! fcy=ф ffilig=ﬃ fflig=ﬀ ffllig=ﬄ filig=ﬁ fllig=ﬂ frac13=⅓ frac15=⅕ frac16=⅙ frac18=⅛ frac23=⅔
  frac25=⅖ frac35=⅗ frac38=⅜ frac45=⅘ frac56=⅚ frac58=⅝ frac78=⅞ gbreve=ğ gcirc=ĝ gcy=г gdot=ġ geq=≥ gjcy=ѓ
  grave=\` gscr=ℊ hamilt=ℋ hardcy=ъ hbar=ℏ hcirc=ĥ horbar=― hslash=ℏ hstrok=ħ hyphen=‐ icy=и iecy=е ijlig=ĳ
  imacr=ī imagline=ℐ imagpart=ℑ imath=ı incare=℅ inodot=ı iocy=ё iogon=į itilde=ĩ iukcy=і jcirc=ĵ jcy=й
  jsercy=ј jukcy=є kcedil=ķ kcy=к kgreen=ĸ khcy=х kjcy=ќ lacute=ĺ lagran=ℒ lbrace={ lbrack=[ lcaron=ľ lcedil=ļ
  lcub={ lcy=л ldquor=„ leftarrow=← leq=≤ ljcy=љ lmidot=ŀ lowbar=_ lpar=( lsqb=[ lsquor=‚ lstrok=ł mcy=м
  midast=* mldr=… nacute=ń napos=ŉ naturals=ℕ ncaron=ň ncedil=ņ ncy=н njcy=њ nldr=‥ num=# numero=№ ocy=о
  odblac=ő omacr=ō pcy=п percnt=% period=. pertenk=‱ planck=ℏ planckh=ℎ plankv=ℏ plus=+ primes=ℙ quaternions=ℍ
  quest=? racute=ŕ rationals=ℚ rbrace=} rbrack=] rcaron=ř rcedil=ŗ rcub=} rcy=р rdquor=” realine=ℛ realpart=ℜ
  reals=ℝ rightarrow=→ rpar=) rsqb=] rsquor=’ rx=℞ sacute=ś scedil=ş scirc=ŝ scy=с semi=; shchcy=щ shcy=ш
  slarr=← softcy=ь sol=/ squ=□ square=□ squarf=▪ squf=▪ srarr=→ star=☆ starf=★ tcaron=ť tcedil=ţ tcy=т
  thickapprox=≈ thkap=≈ tprime=‴ tscy=ц tshcy=ћ tstrok=ŧ ubrcy=ў ubreve=ŭ ucy=у udblac=ű umacr=ū uogon=ų
  uparrow=↑ uring=ů utilde=ũ vcy=в verbar=| vert=| wcirc=ŵ wp=℘ yacy=я ycirc=ŷ ycy=ы yicy=ї yucy=ю zacute=ź
  zcaron=ž zcy=з zdot=ż zhcy=ж
`;
